-- What the climate footprint rests on, for src/impact to read: what was bought by month, the quantities that invoices tell of,
-- and what things are called. Sums, never lines of persons: a reach is kept as the tables below keep it.

-- Whether the amounts of a month include VAT: as its files say, where they say the same.
create view purchasing.month_vat as
  select t.buyer, t.month, t.reach, case when min(i.vat) = max(i.vat) then min(i.vat) else 'unknown' end as vat
  from purchasing.standing t join purchasing.import i on i.id = t.import group by 1, 2, 3;

create view purchasing.bought_monthly as
  select s.reach, s.buyer, s.unit, s.account, s.month, s.currency, s.category, s.amount, s.lines,
    coalesce(v.vat, 'unknown') as vat
  from purchasing.spend_by_following s left join purchasing.month_vat v using (buyer, month, reach);

create view purchasing.bought_under_contract as
  select s.reach, s.buyer, s.contract, s.month, s.currency, s.category, s.amount, s.lines, coalesce(v.vat, 'unknown') as vat
  from purchasing.spend_by_category s left join purchasing.month_vat v using (buyer, month, reach)
  where s.contract is not null;

-- Lines of invoices whose posting in a ledger is known for certain: the same number and sum, and one unit, account, category
-- and contract for all of it. They are the same purchase, told in quantities; of an invoice read in twice the latest.
-- Outsiders see those whose articles and prices an act has published.
create view purchasing.bought_in_quantities as
  with line as (
    select s.import, s.ordinal, s.buyer, s.supplier, s.currency, s.invoice as number, s.amount, l.article, l.quantity,
      l.unit_code, l.category as stated, i.started_at
    from purchasing.import i
    join purchasing.purchase s on s.import = i.id and s.supplier is not null and s.invoice is not null
    join purchasing.invoice_line l on l.import = s.import and l.ordinal = s.ordinal
    where i.format = 'peppol-invoice' and i.undone_at is null
  ), invoice as (
    select distinct on (buyer, supplier, currency, number) *
    from (select buyer, supplier, currency, number, import, started_at, sum(amount) as amount
      from line group by 1, 2, 3, 4, 5, 6) told
    order by buyer, supplier, currency, number, started_at desc, import desc
  ), booked as materialized (
    select n.import, n.buyer, n.supplier, n.currency, n.number, n.amount, s.import as ledger, s.amount as posted, s.unit,
      s.account, s.voucher, s.identity, s.contract_stated, date_trunc('month', s.booked_on)::date as month
    from invoice n
    join purchasing.purchase s on s.buyer = n.buyer and s.invoice = n.number and s.supplier = n.supplier
      and s.currency = n.currency
    join purchasing.import i on i.id = s.import and i.format <> 'peppol-invoice'
  ), posting as (
    select s.import, s.buyer, s.supplier, s.currency, s.number, s.amount, t.reach, sum(s.posted) as posted,
      min(s.unit) as unit, min(s.account) as account, min(j.category) as category, min(j.contract) as contract,
      min(s.month) as month, count(distinct (s.unit, s.account, j.category, j.contract, s.month, s.ledger)) as places
    from booked s
    join purchasing.account a on a.id = s.account
    join purchasing.supplier o on o.id = s.supplier
    join purchasing.standing t on t.buyer = s.buyer and t.import = s.ledger and t.month = s.month
      and (t.reach = 'internal' or (a.kept is null and o.kept is null))
    left join purchasing.correction x on x.buyer = s.buyer and x.voucher = s.voucher and x.identity = s.identity
      and x.withdrawn_at is null
    join purchasing.judgement j on j.buyer = s.buyer and j.reach = t.reach and j.account = s.account
      and j.supplier = s.supplier and coalesce(j.contract_stated, '') = coalesce(s.contract_stated, '')
      and coalesce(j.corrected, '') = coalesce(x.category, '') and s.month between j.first_month and j.last_month
    group by 1, 2, 3, 4, 5, 6, 7
  )
  select p.reach, p.buyer, p.unit, p.account, p.contract, p.month, p.currency, p.category, l.import, l.ordinal,
    l.article, l.quantity, l.unit_code, l.stated, l.amount
  from posting p join line l using (import, buyer, supplier, currency, number)
  where p.places = 1 and p.posted = p.amount and l.quantity is not null
    and (p.reach = 'internal' or exists (select from purchasing.article_publication q
      join purchasing.article_shown h on h.import = l.import and h.ordinal = l.ordinal
      where q.import = l.import and q.shows = 'prices'));

-- What buyers, units and accounts are called; the number is a buyer's.
create view purchasing.named as
  select 'buyer' as noun, id, id as buyer, name, organisation_number as number from purchasing.buyer
  union all select 'unit', id, buyer, name, null from purchasing.unit
  union all select 'account', id, buyer, code || ' ' || text, null from purchasing.account;

create view purchasing.contract_named as
  select f.contract as id, f.reach, h.buyer, h.address, f.title, f.category, f.starts_on, f.last_on, f.days
  from purchasing.contract_shown f join purchasing.contract h on h.id = f.contract where f.withdrawn_by is null;

create schema impact;

-- A figure that the city itself has published: what a person entered, and when it was withdrawn. The value as written.
create table impact.official_figure (
  id uuid primary key,
  buyer bigint not null,
  measure text not null check (measure in ('kg-per-kg-food', 'tonnes')),
  year int not null,
  value numeric not null check (value > 0),
  scope text not null,
  source text not null,
  url text,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index official_figure_one on impact.official_figure (buyer, measure, year) where withdrawn_at is null;

-- A price index or an exchange rate that a person entered because it was asked for.
create table impact.price_row (
  id uuid primary key,
  kind text not null check (kind in ('index', 'rate')),
  currency text not null,
  year int not null,
  value numeric not null check (value > 0),
  source text not null,
  url text,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index price_row_one on impact.price_row (kind, currency, year) where withdrawn_at is null;
