-- Sums that a page reads at once, and the lines behind each of them.

-- Spend without its suppliers, by year: what a whole buyer's page and the start page sum.
create table purchasing.spend_by_account (
  import uuid not null,
  buyer bigint not null,
  unit bigint,
  account bigint not null,
  year int not null,
  currency text not null,
  visibility text not null,
  amount bigint not null,
  lines bigint not null,
  first_month date not null,
  last_month date not null
);
create index spend_by_account_import on purchasing.spend_by_account (import);
create index spend_by_account_buyer on purchasing.spend_by_account (buyer);
insert into purchasing.spend_by_account
  select import, buyer, unit, account, extract(year from month)::int, currency, visibility,
    sum(amount)::bigint, sum(lines)::bigint, min(month), max(month)
  from purchasing.spend group by 1, 2, 3, 4, 5, 6, 7;

-- Nothing looks for an account in all of spend any more.
drop index purchasing.spend_account;

-- Spend by supplier, of what was bought only: grants, wages and the like are no purchases.
create table purchasing.spend_by_supplier (
  import uuid not null,
  buyer bigint not null,
  supplier bigint,
  currency text not null,
  visibility text not null,
  amount bigint not null,
  lines bigint not null
);
create index spend_by_supplier_import on purchasing.spend_by_supplier (import);
create index spend_by_supplier_buyer on purchasing.spend_by_supplier (buyer);
insert into purchasing.spend_by_supplier
  select s.import, s.buyer, s.supplier, s.currency, s.visibility, sum(s.amount)::bigint, sum(s.lines)::bigint
  from purchasing.spend s join purchasing.account a on a.id = s.account and a.kind in ('purchase', 'rent')
  group by 1, 2, 3, 4, 5;

-- A buyer's lines, newest first, of all its suppliers and of one.
create index purchase_buyer on purchasing.purchase (buyer, booked_on, id);
create index purchase_supplier on purchasing.purchase (supplier, booked_on, id);

create index entry_body on record.entry using gin ((body::jsonb) jsonb_path_ops);

-- A row that could be read may state nothing, and every row of a file is counted: read = kept + unchanged + silent + refused.
alter table purchasing.import add column silent bigint not null default 0;
update purchasing.import set silent = greatest(read - kept - unchanged - refused, 0);
alter table purchasing.problem drop constraint problem_severity_check;
alter table purchasing.problem
  add constraint problem_severity_check check (severity in ('refused', 'silent', 'note'));
update purchasing.problem set severity = 'silent' where message::jsonb ->> 'key' = 'purchasing.import.valueNotStated';
