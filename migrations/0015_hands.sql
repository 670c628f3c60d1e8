-- Lines that a person says are no purchases, and invoices that are counted as their postings, stand on a twin of their
-- account, which no sum of purchases counts.
alter table purchasing.account add column apart_of bigint references purchasing.account;
alter table purchasing.account drop constraint account_buyer_code_text_key;
create unique index account_written on purchasing.account (buyer, code, text) where apart_of is null;
create unique index account_apart on purchasing.account (apart_of) where apart_of is not null;

-- A person's word that a name told without a number is not the supplier of this number. Withdrawn, never changed.
create table purchasing.supplier_parting (
  id uuid primary key,
  name_key text not null,
  name text not null,
  organisation_number text not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index supplier_parting_name on purchasing.supplier_parting (name_key, organisation_number)
  where withdrawn_at is null;
