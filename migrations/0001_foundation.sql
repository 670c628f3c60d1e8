-- The foundation: the public record's first form, and what the city buys.
create extension if not exists pg_trgm;

create schema record;
-- Append-only. No personal data and no free text stand in an entry.
create table record.entry (
  number bigint primary key,
  at timestamptz not null,
  act text not null,
  actor text not null,
  body text not null,
  digest text not null
);

create schema purchasing;

create table purchasing.import (
  id uuid primary key,
  file text not null,
  format text not null,
  digest text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  actor text not null,
  read bigint not null default 0,
  kept bigint not null default 0,
  unchanged bigint not null default 0,
  refused bigint not null default 0,
  sums text not null default '[]',
  published_at timestamptz,
  published_by text
);

create table purchasing.problem (
  import uuid not null references purchasing.import,
  ordinal bigint not null,
  line bigint not null,
  place text,
  severity text not null check (severity in ('refused', 'note')),
  message text not null,
  original text not null,
  primary key (import, ordinal)
);

create table purchasing.buyer (
  id bigint generated always as identity primary key,
  organisation_number text not null unique,
  name text not null,
  sector text not null check (sector in ('municipality', 'region', 'state', 'other', 'unknown')),
  visibility text not null default 'internal' check (visibility in ('internal', 'published')),
  import uuid not null references purchasing.import
);

create table purchasing.unit (
  id bigint generated always as identity primary key,
  buyer bigint not null references purchasing.buyer,
  name text not null,
  unique (buyer, name)
);

create table purchasing.supplier (
  id bigint generated always as identity primary key,
  address text not null unique,
  name text not null,
  name_key text not null unique,
  organisation_number text,
  size text,
  visibility text not null default 'internal' check (visibility in ('internal', 'published')),
  import uuid not null references purchasing.import
);

create table purchasing.procurement (
  id bigint generated always as identity primary key,
  address text not null unique,
  buyer bigint not null references purchasing.buyer,
  reference text not null,
  title text not null,
  category text,
  procedure text,
  agreement text check (agreement in ('framework', 'contract')),
  dynamic_system boolean not null default false,
  published_on date,
  -- The whole procurement's contracted value in öre, however many suppliers share it.
  value bigint,
  visibility text not null default 'internal' check (visibility in ('internal', 'published')),
  import uuid not null references purchasing.import,
  line bigint not null,
  unique (buyer, reference)
);
create index procurement_category on purchasing.procurement (category text_pattern_ops);

create table purchasing.award (
  id bigint generated always as identity primary key,
  procurement bigint not null references purchasing.procurement,
  lot text not null default '',
  -- Empty where the source withholds the name of a natural person.
  supplier bigint references purchasing.supplier,
  import uuid not null references purchasing.import,
  line bigint not null,
  unique (procurement, lot, supplier)
);
create index award_procurement on purchasing.award (procurement);
create index award_supplier on purchasing.award (supplier);

create table purchasing.contract (
  id bigint generated always as identity primary key,
  procurement bigint not null references purchasing.procurement,
  number text not null,
  supplier bigint references purchasing.supplier,
  starts_on date,
  ends_on date,
  extension_months text not null default '',
  notice_months int,
  ceiling bigint,
  import uuid not null references purchasing.import,
  line bigint not null,
  unique (procurement, number, supplier)
);
create index contract_procurement on purchasing.contract (procurement);

create table purchasing.account (
  id bigint generated always as identity primary key,
  buyer bigint not null references purchasing.buyer,
  code text not null,
  text text not null,
  kind text not null,
  category text,
  confidence text not null,
  because text not null,
  publishable boolean not null,
  unique (buyer, code, text)
);

create table purchasing.purchase (
  id bigint generated always as identity primary key,
  import uuid not null references purchasing.import,
  line bigint not null,
  buyer bigint not null references purchasing.buyer,
  unit bigint references purchasing.unit,
  supplier bigint references purchasing.supplier,
  account bigint not null references purchasing.account,
  voucher text not null,
  fingerprint text not null,
  ordinal int not null,
  amount bigint not null,
  currency text not null,
  booked_on date not null,
  contract_stated text,
  visibility text not null default 'internal' check (visibility in ('internal', 'published')),
  unique (buyer, voucher, fingerprint, ordinal)
);
create index purchase_import on purchasing.purchase (import);

-- The roll-up everything that sums reads.
create table purchasing.spend (
  buyer bigint not null references purchasing.buyer,
  unit bigint references purchasing.unit,
  supplier bigint references purchasing.supplier,
  account bigint not null references purchasing.account,
  month date not null,
  currency text not null,
  visibility text not null,
  amount bigint not null,
  lines bigint not null
);
create index spend_account on purchasing.spend (account);
create index spend_supplier on purchasing.spend (supplier);
