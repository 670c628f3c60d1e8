-- Facts by source, so that an unpublished source never shows through; natural persons; the staging of imports.

create unique index import_digest on purchasing.import (digest);

-- What each import told of a procurement. `procurement_shown` is its merged reading for each reach.
create table purchasing.procurement_source (
  procurement bigint not null references purchasing.procurement,
  import uuid not null references purchasing.import,
  line bigint not null,
  title text not null,
  category text,
  procedure text,
  agreement text check (agreement in ('framework', 'contract')),
  dynamic_system boolean not null,
  published_on date,
  value bigint,
  primary key (procurement, import)
);
create index procurement_source_import on purchasing.procurement_source (import);
insert into purchasing.procurement_source
  select id, import, line, title, category, procedure, agreement, dynamic_system, published_on, value
  from purchasing.procurement;

drop index purchasing.procurement_category;
alter table purchasing.procurement
  drop column title, drop column category, drop column procedure, drop column agreement, drop column dynamic_system,
  drop column published_on, drop column value, drop column visibility, drop column import, drop column line;

-- The rule of merging: award statistics before registers, earlier before later, the first that tells a fact is shown;
-- of values the last, since a value is corrected afterwards.
create view purchasing.procurement_merged as
  select procurement, reach,
    (array_agg(import order by rank))[1] as import,
    (array_agg(line order by rank))[1] as line,
    (array_agg(title order by rank))[1] as title,
    (array_agg(category order by rank) filter (where category is not null))[1] as category,
    (array_agg(procedure order by rank) filter (where procedure is not null))[1] as procedure,
    (array_agg(agreement order by rank) filter (where agreement is not null))[1] as agreement,
    bool_or(dynamic_system) as dynamic_system,
    (array_agg(published_on order by rank) filter (where published_on is not null))[1] as published_on,
    (array_agg(value order by rank desc) filter (where value is not null))[1] as value
  from (
    select s.*, r.reach, row_number() over (
      partition by s.procurement, r.reach order by i.format = 'contract-register', i.started_at, i.id) as rank
    from purchasing.procurement_source s
    join purchasing.import i on i.id = s.import
    join (values ('internal'), ('published')) r (reach) on r.reach = 'internal' or i.published_at is not null
  ) told
  group by procurement, reach;

create table purchasing.procurement_shown (
  procurement bigint not null references purchasing.procurement,
  reach text not null check (reach in ('internal', 'published')),
  import uuid not null references purchasing.import,
  line bigint not null,
  title text not null,
  category text,
  procedure text,
  agreement text,
  dynamic_system boolean not null,
  published_on date,
  value bigint,
  primary key (procurement, reach)
);
create index procurement_shown_category on purchasing.procurement_shown (reach, category text_pattern_ops);
insert into purchasing.procurement_shown select * from purchasing.procurement_merged;

-- Suppliers of one organisation number are one.
alter table purchasing.award drop constraint award_procurement_lot_supplier_key;
update purchasing.award a set supplier = m.kept
  from (select id, min(id) over (partition by organisation_number) as kept from purchasing.supplier
    where organisation_number is not null) m
  where m.id = a.supplier and m.kept <> m.id;
alter table purchasing.contract drop constraint contract_procurement_number_supplier_key;
update purchasing.contract c set supplier = m.kept
  from (select id, min(id) over (partition by organisation_number) as kept from purchasing.supplier
    where organisation_number is not null) m
  where m.id = c.supplier and m.kept <> m.id;
update purchasing.purchase p set supplier = m.kept
  from (select id, min(id) over (partition by organisation_number) as kept from purchasing.supplier
    where organisation_number is not null) m
  where m.id = p.supplier and m.kept <> m.id;

-- Each import's own rows: an award or contract that two imports tell of has two rows, and each is as public as its import.
create index award_import on purchasing.award (import);
create index contract_import on purchasing.contract (import);
create index contract_supplier on purchasing.contract (supplier);
-- Who may call off, as written, parted by '; '.
alter table purchasing.contract add column callers text not null default '';

create table purchasing.supplier_source (
  supplier bigint not null references purchasing.supplier,
  import uuid not null references purchasing.import,
  name_key text not null,
  name text not null,
  organisation_number text,
  size text,
  visibility text not null default 'internal' check (visibility in ('internal', 'published')),
  primary key (supplier, import, name_key)
);
create index supplier_source_name on purchasing.supplier_source (name_key);
create index supplier_source_import on purchasing.supplier_source (import);
insert into purchasing.supplier_source
  select coalesce(min(id) over (partition by organisation_number), id), import,
    name_key || case
      when name ~* '(^|[^[:alpha:]])(ab|aktiebolag|aktiebolaget)($|[^[:alpha:]])' then ' AB'
      when name ~* '(^|[^[:alpha:]])(hb|handelsbolag)($|[^[:alpha:]])' then ' HB'
      when name ~* '(^|[^[:alpha:]])(kb|kommanditbolag)($|[^[:alpha:]])' then ' KB'
      else '' end,
    name, organisation_number, size, visibility
  from purchasing.supplier where organisation_number is not null
  on conflict do nothing;
insert into purchasing.supplier_source
  select id, import,
    name_key || case
      when name ~* '(^|[^[:alpha:]])(ab|aktiebolag|aktiebolaget)($|[^[:alpha:]])' then ' AB'
      when name ~* '(^|[^[:alpha:]])(hb|handelsbolag)($|[^[:alpha:]])' then ' HB'
      when name ~* '(^|[^[:alpha:]])(kb|kommanditbolag)($|[^[:alpha:]])' then ' KB'
      else '' end,
    name, organisation_number, size, visibility
  from purchasing.supplier where organisation_number is null;
delete from purchasing.spend;
delete from purchasing.supplier s using purchasing.supplier k
  where k.organisation_number = s.organisation_number and k.id < s.id;

-- Whether a supplier is a natural person; only what the rule lets through may ever be published.
alter table purchasing.supplier
  add column kind text not null default 'unknown' check (kind in ('company', 'person', 'unknown')),
  add column may_publish boolean not null default false,
  add column because text not null default '{"key":"purchasing.person.unknown","args":{}}';
update purchasing.supplier set kind = 'company', may_publish = true, because = '{"key":"purchasing.person.number","args":{}}'
  where organisation_number ~ '^[0-9]{2}[2-9][0-9]{7}$';
update purchasing.supplier set kind = 'company', may_publish = true, because = '{"key":"purchasing.person.form","args":{"form":"AB"}}'
  where kind = 'unknown' and name ~* '(^|[^[:alpha:]])(ab|hb|kb|aktiebolag|aktiebolaget|handelsbolag|kommanditbolag)($|[^[:alpha:]])';
create unique index supplier_number on purchasing.supplier (organisation_number);
alter table purchasing.supplier
  drop column name, drop column name_key, drop column size, drop column visibility, drop column import;

-- A name not all in capitals before one that is, the earlier import before the later, the longer before the shorter; of
-- sizes the last.
create view purchasing.supplier_merged as
  select s.supplier, r.reach,
    (array_agg(s.name order by s.name = upper(s.name), i.started_at, i.id, length(s.name) desc, s.name_key))[1] as name,
    max(s.organisation_number) as organisation_number,
    (array_agg(s.size order by i.started_at desc, i.id, s.name_key) filter (where s.size is not null))[1] as size
  from purchasing.supplier_source s
  join purchasing.supplier k on k.id = s.supplier
  join purchasing.import i on i.id = s.import
  join (values ('internal'), ('published')) r (reach)
    on r.reach = 'internal' or (k.may_publish and s.visibility = 'published')
  group by s.supplier, r.reach;

create table purchasing.supplier_shown (
  supplier bigint not null references purchasing.supplier,
  reach text not null check (reach in ('internal', 'published')),
  name text not null,
  organisation_number text,
  size text,
  primary key (supplier, reach)
);
insert into purchasing.supplier_shown select * from purchasing.supplier_merged;

-- The roll-up keeps the import, so that an import or an act of publishing touches only its own part.
alter table purchasing.spend add column import uuid not null references purchasing.import;
create index spend_import on purchasing.spend (import);
insert into purchasing.spend (import, buyer, unit, supplier, account, month, currency, visibility, amount, lines)
  select import, buyer, unit, supplier, account, date_trunc('month', booked_on)::date, currency, visibility,
    sum(amount)::bigint, count(*)
  from purchasing.purchase group by 1, 2, 3, 4, 5, 6, 7, 8;

-- Why a purchase may not be published; null where it may. The one rule behind the preview and the act.
create view purchasing.purchase_standing as
  select p.id, p.import, p.line, p.buyer, p.supplier, p.account, p.amount, p.currency, p.booked_on,
    case
      when a.code ~ '^[1-3]' then 'balance-account'
      when a.kind = 'unknown' then 'unknown-account'
      when not a.publishable then 'person-account'
      when p.supplier is null or s.kind = 'person' then 'natural-person'
      when s.organisation_number is null then 'no-number'
      when not s.may_publish then 'natural-person'
    end as kept
  from purchasing.purchase p
  join purchasing.account a on a.id = p.account
  left join purchasing.supplier s on s.id = p.supplier;

-- A landing joins these very rows, and nothing takes them away: to check each of many hundred thousand lines once more
-- against five tables made every page wait.
alter table purchasing.purchase
  drop constraint purchase_import_fkey, drop constraint purchase_buyer_fkey, drop constraint purchase_unit_fkey,
  drop constraint purchase_supplier_fkey, drop constraint purchase_account_fkey;
alter table purchasing.spend
  drop constraint spend_buyer_fkey, drop constraint spend_unit_fkey, drop constraint spend_supplier_fkey,
  drop constraint spend_account_fkey, drop constraint spend_import_fkey;

-- Where an import gathers its rows; no page reads here. Parties stand as their places in the file's own lists.
create table purchasing.staging (
  import uuid primary key,
  touched_at timestamptz not null
);
create unlogged table purchasing.staged_purchase (
  import uuid not null, line bigint not null, buyer int not null, unit int, supplier int, account int not null,
  voucher text not null, fingerprint text not null, amount bigint not null, currency text not null,
  booked_on date not null, contract_stated text
);
create unlogged table purchasing.staged_procurement (
  import uuid not null, line bigint not null, kind text not null, buyer int not null, supplier int,
  reference text not null, address text not null, title text not null, category text, procedure text, agreement text,
  dynamic_system boolean not null, published_on date, value bigint, lot text not null,
  number text, starts_on date, ends_on date, extension_months text, notice_months int, ceiling bigint, callers text
);
create unlogged table purchasing.staged_party (
  import uuid not null, noun text not null, place int not null, id bigint not null,
  primary key (import, noun, place)
);
create unlogged table purchasing.staged_problem (
  import uuid not null, ordinal bigint not null, line bigint not null, place text, severity text not null,
  message text not null, original text not null
);
