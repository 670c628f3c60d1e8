-- What is searched, in small letters and without dots and rings, so that 'mobler' finds 'Möbler' on any database. Only
-- distinct texts are indexed by their parts, never lines.
alter table purchasing.contract_shown add column sought text not null generated always as (translate(
  lower(title || ' ' || coalesce(own_category, '') || ' ' || coalesce(case_number, '')),
  'åäöÅÄÖéèÉÈüÜ', 'aaoaaoeeeeuu')) stored;
alter table purchasing.procurement_shown add column sought text not null
  generated always as (translate(lower(title), 'åäöÅÄÖéèÉÈüÜ', 'aaoaaoeeeeuu')) stored;
alter table purchasing.supplier_shown add column sought text not null
  generated always as (translate(lower(name), 'åäöÅÄÖéèÉÈüÜ', 'aaoaaoeeeeuu')) stored;
alter table purchasing.buyer add column sought text not null
  generated always as (translate(lower(name), 'åäöÅÄÖéèÉÈüÜ', 'aaoaaoeeeeuu')) stored;
alter table purchasing.unit add column sought text not null
  generated always as (translate(lower(name), 'åäöÅÄÖéèÉÈüÜ', 'aaoaaoeeeeuu')) stored;
alter table purchasing.account add column sought text not null
  generated always as (translate(lower(code || ' ' || text), 'åäöÅÄÖéèÉÈüÜ', 'aaoaaoeeeeuu')) stored;
create index contract_shown_sought_internal on purchasing.contract_shown using gin (sought gin_trgm_ops)
  where reach = 'internal';
create index contract_shown_sought_published on purchasing.contract_shown using gin (sought gin_trgm_ops)
  where reach = 'published';
create index procurement_shown_sought_internal on purchasing.procurement_shown using gin (sought gin_trgm_ops)
  where reach = 'internal';
create index procurement_shown_sought_published on purchasing.procurement_shown using gin (sought gin_trgm_ops)
  where reach = 'published';
create index supplier_shown_sought_internal on purchasing.supplier_shown using gin (sought gin_trgm_ops)
  where reach = 'internal';
create index supplier_shown_sought_published on purchasing.supplier_shown using gin (sought gin_trgm_ops)
  where reach = 'published';
create index contract_shown_category on purchasing.contract_shown (category text_pattern_ops);

-- What a unit bought, of whom, and whether anyone may see that it exists.
create index spend_unit on purchasing.spend (unit) where unit is not null;
create index spend_by_account_account on purchasing.spend_by_account (account);
