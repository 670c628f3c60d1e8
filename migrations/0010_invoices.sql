-- What a person said of an import's amounts where its file does not: who and when; what stands in `vat`.
alter table purchasing.import
  add column vat_said_at timestamptz,
  add column vat_said_by text;

-- That articles of an import's invoices are public: by name alone, or with quantities and prices.
create table purchasing.article_publication (
  import uuid primary key references purchasing.import,
  shows text not null check (shows in ('names', 'prices')),
  published_at timestamptz not null,
  published_by text not null
);
-- The lines whose article the act named; no other line of the import shows its own.
create table purchasing.article_shown (
  import uuid not null,
  ordinal int not null,
  primary key (import, ordinal)
);
