create schema law;

-- An amount of the law that the installation has read itself, because what ships lacks it. Kronor, excluding VAT; withdrawn,
-- never changed.
create table law.number (
  id uuid primary key,
  name text not null check (name in ('goodsAndServices', 'works', 'light', 'directAward', 'documented')),
  kronor bigint not null check (kronor > 0),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null,
  url text not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);

-- Who has checked a number or a place in the law, and when; `key` is one that the printed table of rules shows.
create table law.verification (
  id uuid primary key,
  key text not null,
  verified_by text not null,
  verified_on date not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index verification_one on law.verification (key) where withdrawn_at is null;
