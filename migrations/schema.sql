-- The present shape of the database, generated from the migrations. Not edited by hand, not run.

create table fairlane.migration (
  name text not null,
  at timestamp with time zone default now() not null,
  PRIMARY KEY (name)
);

create table impact.official_figure (
  id uuid not null,
  buyer bigint not null,
  measure text not null,
  year integer not null,
  value numeric not null,
  scope text not null,
  source text not null,
  url text,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id),
  CHECK ((measure = ANY (ARRAY['kg-per-kg-food'::text, 'tonnes'::text]))),
  CHECK ((value > (0)::numeric))
);
CREATE UNIQUE INDEX official_figure_one ON impact.official_figure USING btree (buyer, measure, year) WHERE (withdrawn_at IS NULL);

create table impact.price_row (
  id uuid not null,
  kind text not null,
  currency text not null,
  year integer not null,
  value numeric not null,
  source text not null,
  url text,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id),
  CHECK ((kind = ANY (ARRAY['index'::text, 'rate'::text]))),
  CHECK ((value > (0)::numeric))
);
CREATE UNIQUE INDEX price_row_one ON impact.price_row USING btree (kind, currency, year) WHERE (withdrawn_at IS NULL);

create table law.number (
  id uuid not null,
  name text not null,
  kronor bigint not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  url text not null,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id),
  CHECK ((valid_to > valid_from)),
  CHECK ((kronor > 0)),
  CHECK ((name = ANY (ARRAY['goodsAndServices'::text, 'works'::text, 'light'::text, 'directAward'::text, 'documented'::text])))
);

create table law.verification (
  id uuid not null,
  key text not null,
  verified_by text not null,
  verified_on date not null,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX verification_one ON law.verification USING btree (key) WHERE (withdrawn_at IS NULL);

create table purchasing.account (
  id bigint generated always as identity not null,
  buyer bigint not null,
  code text not null,
  text text not null,
  kind text not null,
  category text,
  confidence text not null,
  because text not null,
  publishable boolean not null,
  kept text default 
CASE
    WHEN (code ~ '^[1-3]'::text) THEN 'balance-account'::text
    WHEN (kind = 'unknown'::text) THEN 'unknown-account'::text
    WHEN (NOT publishable) THEN 'person-account'::text
    ELSE NULL::text
END,
  sought text default translate(lower(((code || ' '::text) || text)), 'åäöÅÄÖéèÉÈüÜ'::text, 'aaoaaoeeeeuu'::text) not null,
  apart_of bigint,
  PRIMARY KEY (id),
  FOREIGN KEY (apart_of) REFERENCES purchasing.account(id),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id)
);
CREATE UNIQUE INDEX account_apart ON purchasing.account USING btree (apart_of) WHERE (apart_of IS NOT NULL);
CREATE UNIQUE INDEX account_written ON purchasing.account USING btree (buyer, code, text) WHERE (apart_of IS NULL);

create table purchasing.article_publication (
  import uuid not null,
  shows text not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  PRIMARY KEY (import),
  CHECK ((shows = ANY (ARRAY['names'::text, 'prices'::text]))),
  FOREIGN KEY (import) REFERENCES purchasing.import(id)
);

create table purchasing.article_shown (
  import uuid not null,
  ordinal integer not null,
  PRIMARY KEY (import, ordinal)
);

create table purchasing.award (
  id bigint generated always as identity not null,
  procurement bigint not null,
  lot text default ''::text not null,
  supplier bigint,
  import uuid not null,
  line bigint not null,
  PRIMARY KEY (id),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (procurement) REFERENCES purchasing.procurement(id),
  FOREIGN KEY (supplier) REFERENCES purchasing.supplier(id)
);
CREATE INDEX award_import ON purchasing.award USING btree (import);
CREATE INDEX award_procurement ON purchasing.award USING btree (procurement);
CREATE INDEX award_supplier ON purchasing.award USING btree (supplier);

create table purchasing.buyer (
  id bigint generated always as identity not null,
  organisation_number text not null,
  name text not null,
  sector text not null,
  import uuid not null,
  sought text default translate(lower(name), 'åäöÅÄÖéèÉÈüÜ'::text, 'aaoaaoeeeeuu'::text) not null,
  PRIMARY KEY (id),
  UNIQUE (organisation_number),
  CHECK ((sector = ANY (ARRAY['municipality'::text, 'region'::text, 'state'::text, 'other'::text, 'unknown'::text]))),
  FOREIGN KEY (import) REFERENCES purchasing.import(id)
);

create table purchasing.category_rule (
  id uuid not null,
  buyer bigint not null,
  account text,
  supplier bigint,
  text text,
  category text not null,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id),
  CHECK ((COALESCE(account, (supplier)::text, text) IS NOT NULL)),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id),
  FOREIGN KEY (supplier) REFERENCES purchasing.supplier(id)
);
CREATE INDEX category_rule_buyer ON purchasing.category_rule USING btree (buyer) WHERE (withdrawn_at IS NULL);

create table purchasing.contract (
  id bigint generated always as identity not null,
  address text not null,
  buyer bigint not null,
  number text not null,
  PRIMARY KEY (id),
  UNIQUE (address),
  UNIQUE (buyer, number),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id)
);

create table purchasing.contract_replacement (
  import uuid not null,
  replaced uuid not null,
  buyer bigint not null,
  PRIMARY KEY (import, replaced, buyer),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (replaced) REFERENCES purchasing.import(id)
);
CREATE INDEX contract_replacement_replaced ON purchasing.contract_replacement USING btree (replaced);

create table purchasing.contract_shown (
  contract bigint not null,
  reach text not null,
  import uuid not null,
  line bigint not null,
  procurement bigint not null,
  title text not null,
  category text,
  agreement text,
  own_category text,
  case_number text,
  responsible text,
  starts_on date,
  ends_on date,
  extension_months text,
  extension_clause text,
  notice_months integer,
  ceiling bigint,
  callers text not null,
  withdrawn_by uuid,
  last_on date,
  days date[] not null,
  sought text default translate(lower(((((title || ' '::text) || COALESCE(own_category, ''::text)) || ' '::text) || COALESCE(case_number, ''::text))), 'åäöÅÄÖéèÉÈüÜ'::text, 'aaoaaoeeeeuu'::text) not null,
  PRIMARY KEY (contract, reach),
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);
CREATE INDEX contract_shown_category ON purchasing.contract_shown USING btree (category text_pattern_ops);
CREATE INDEX contract_shown_procurement ON purchasing.contract_shown USING btree (procurement);
CREATE INDEX contract_shown_sought_internal ON purchasing.contract_shown USING gin (sought gin_trgm_ops) WHERE (reach = 'internal'::text);
CREATE INDEX contract_shown_sought_published ON purchasing.contract_shown USING gin (sought gin_trgm_ops) WHERE (reach = 'published'::text);

create table purchasing.contract_source (
  procurement bigint not null,
  supplier bigint,
  starts_on date,
  ends_on date,
  extension_months text,
  notice_months integer,
  ceiling bigint,
  import uuid not null,
  line bigint not null,
  callers text default ''::text not null,
  contract bigint not null,
  title text not null,
  category text,
  agreement text,
  own_category text,
  case_number text,
  responsible text,
  extension_clause text,
  CHECK ((agreement = ANY (ARRAY['framework'::text, 'contract'::text]))),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (procurement) REFERENCES purchasing.procurement(id),
  FOREIGN KEY (contract) REFERENCES purchasing.contract(id),
  FOREIGN KEY (supplier) REFERENCES purchasing.supplier(id)
);
CREATE INDEX contract_source_contract ON purchasing.contract_source USING btree (contract);
CREATE INDEX contract_source_import ON purchasing.contract_source USING btree (import);
CREATE INDEX contract_source_procurement ON purchasing.contract_source USING btree (procurement);
CREATE INDEX contract_source_supplier ON purchasing.contract_source USING btree (supplier);

create table purchasing.correction (
  id uuid not null,
  buyer bigint not null,
  voucher text not null,
  identity bigint not null,
  category text not null,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id)
);
CREATE UNIQUE INDEX correction_line ON purchasing.correction USING btree (buyer, voucher, identity) WHERE (withdrawn_at IS NULL);

create table purchasing.coverage (
  import uuid not null,
  buyer bigint not null,
  month date not null,
  lines bigint not null,
  PRIMARY KEY (import, buyer, month),
  FOREIGN KEY (import) REFERENCES purchasing.import(id)
);

create table purchasing.import (
  id uuid not null,
  file text not null,
  format text not null,
  digest text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  actor text not null,
  read bigint default 0 not null,
  kept bigint default 0 not null,
  unchanged bigint default 0 not null,
  refused bigint default 0 not null,
  sums text default '[]'::text not null,
  published_at timestamp with time zone,
  published_by text,
  silent bigint default 0 not null,
  changed bigint default 0 not null,
  withdrawn bigint default 0 not null,
  vat text default 'unknown'::text not null,
  undone_at timestamp with time zone,
  undone_by text,
  vat_said_at timestamp with time zone,
  vat_said_by text,
  PRIMARY KEY (id),
  CHECK ((vat = ANY (ARRAY['excluded'::text, 'included'::text, 'unknown'::text])))
);
CREATE UNIQUE INDEX import_digest ON purchasing.import USING btree (digest) WHERE (undone_at IS NULL);

create table purchasing.invoice_line (
  import uuid not null,
  ordinal integer not null,
  article text not null,
  description text,
  quantity numeric,
  unit_code text,
  unit_price numeric,
  stated text default ''::text not null,
  category text,
  order_stated text,
  vat_percent numeric,
  PRIMARY KEY (import, ordinal)
);

create table purchasing.judgement (
  buyer bigint not null,
  reach text not null,
  ordinal integer not null,
  supplier bigint,
  account bigint not null,
  contract_stated text,
  corrected text,
  first_month date not null,
  last_month date not null,
  contract bigint,
  contract_because text not null,
  following text not null,
  beside bigint,
  category text,
  confidence text not null,
  decided_by text,
  because text not null,
  PRIMARY KEY (buyer, reach, ordinal),
  CHECK ((following = ANY (ARRAY['under'::text, 'beside'::text, 'without'::text, 'unclear'::text, 'unknown'::text]))),
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);
CREATE INDEX judgement_contract ON purchasing.judgement USING btree (contract) WHERE (contract IS NOT NULL);
CREATE INDEX judgement_like ON purchasing.judgement USING btree (account, supplier);

create table purchasing.mapping (
  id bigint generated always as identity not null,
  head_key text not null,
  mapping text not null,
  file text not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by text not null,
  PRIMARY KEY (id)
);
CREATE INDEX mapping_head ON purchasing.mapping USING btree (head_key, confirmed_at);

create table purchasing.problem (
  import uuid not null,
  ordinal bigint not null,
  line bigint not null,
  place text,
  severity text not null,
  message text not null,
  original text not null,
  PRIMARY KEY (import, ordinal),
  CHECK ((severity = ANY (ARRAY['refused'::text, 'silent'::text, 'note'::text])))
);

create table purchasing.procurement (
  id bigint generated always as identity not null,
  address text not null,
  buyer bigint not null,
  reference text not null,
  PRIMARY KEY (id),
  UNIQUE (address),
  UNIQUE (buyer, reference),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id)
);

create table purchasing.procurement_shown (
  procurement bigint not null,
  reach text not null,
  import uuid not null,
  line bigint not null,
  title text not null,
  category text,
  procedure text,
  agreement text,
  dynamic_system boolean not null,
  published_on date,
  value bigint,
  sought text default translate(lower(title), 'åäöÅÄÖéèÉÈüÜ'::text, 'aaoaaoeeeeuu'::text) not null,
  PRIMARY KEY (procurement, reach),
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text]))),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (procurement) REFERENCES purchasing.procurement(id)
);
CREATE INDEX procurement_shown_category ON purchasing.procurement_shown USING btree (reach, category text_pattern_ops);
CREATE INDEX procurement_shown_sought_internal ON purchasing.procurement_shown USING gin (sought gin_trgm_ops) WHERE (reach = 'internal'::text);
CREATE INDEX procurement_shown_sought_published ON purchasing.procurement_shown USING gin (sought gin_trgm_ops) WHERE (reach = 'published'::text);

create table purchasing.procurement_source (
  procurement bigint not null,
  import uuid not null,
  line bigint not null,
  title text not null,
  category text,
  procedure text,
  agreement text,
  dynamic_system boolean not null,
  published_on date,
  value bigint,
  PRIMARY KEY (procurement, import),
  CHECK ((agreement = ANY (ARRAY['framework'::text, 'contract'::text]))),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (procurement) REFERENCES purchasing.procurement(id)
);
CREATE INDEX procurement_source_import ON purchasing.procurement_source USING btree (import);

create table purchasing.purchase (
  import uuid not null,
  ordinal integer not null,
  line bigint not null,
  buyer bigint not null,
  unit bigint,
  supplier bigint,
  account bigint not null,
  voucher text not null,
  identity bigint not null,
  amount bigint not null,
  currency text not null,
  booked_on date not null,
  contract_stated text,
  invoice text,
  PRIMARY KEY (import, ordinal)
);
CREATE INDEX purchase_account ON purchasing.purchase USING btree (account, booked_on);
CREATE INDEX purchase_buyer ON purchasing.purchase USING btree (buyer, booked_on);
CREATE INDEX purchase_invoice ON purchasing.purchase USING btree (buyer, invoice) WHERE (invoice IS NOT NULL);
CREATE INDEX purchase_supplier ON purchasing.purchase USING btree (supplier, booked_on);

create table purchasing.replacement (
  import uuid not null,
  replaced uuid not null,
  buyer bigint not null,
  month date not null,
  PRIMARY KEY (import, replaced, buyer, month),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (replaced) REFERENCES purchasing.import(id)
);

create table purchasing.spend (
  import uuid not null,
  buyer bigint not null,
  unit bigint,
  supplier bigint,
  account bigint not null,
  month date not null,
  currency text not null,
  contract_stated text,
  corrected text,
  amount bigint not null,
  lines bigint not null
);
CREATE INDEX spend_month ON purchasing.spend USING btree (import, month);
CREATE INDEX spend_supplier ON purchasing.spend USING btree (supplier);
CREATE INDEX spend_unit ON purchasing.spend USING btree (unit) WHERE (unit IS NOT NULL);

create table purchasing.spend_by_account (
  import uuid not null,
  buyer bigint not null,
  unit bigint,
  account bigint not null,
  month date not null,
  currency text not null,
  named boolean not null,
  amount bigint not null,
  lines bigint not null
);
CREATE INDEX spend_by_account_account ON purchasing.spend_by_account USING btree (account);
CREATE INDEX spend_by_account_buyer ON purchasing.spend_by_account USING btree (buyer);
CREATE INDEX spend_by_account_import ON purchasing.spend_by_account USING btree (import);

create table purchasing.spend_by_category (
  reach text not null,
  buyer bigint not null,
  unit bigint,
  account bigint not null,
  supplier bigint,
  month date not null,
  currency text not null,
  contract bigint,
  following text not null,
  category text,
  confidence text not null,
  amount bigint not null,
  lines bigint not null,
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);
CREATE INDEX spend_by_category_buyer ON purchasing.spend_by_category USING btree (buyer, reach, month);
CREATE INDEX spend_by_category_contract ON purchasing.spend_by_category USING btree (reach, contract) INCLUDE (currency, amount) WHERE (contract IS NOT NULL);

create table purchasing.spend_by_following (
  reach text not null,
  buyer bigint not null,
  unit bigint,
  account bigint not null,
  month date not null,
  currency text not null,
  following text not null,
  category text,
  confidence text not null,
  amount bigint not null,
  lines bigint not null,
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);
CREATE INDEX spend_by_following_buyer ON purchasing.spend_by_following USING btree (buyer, reach, month);
CREATE INDEX spend_by_following_category ON purchasing.spend_by_following USING btree (reach, category text_pattern_ops);

create table purchasing.spend_by_supplier (
  reach text not null,
  import uuid not null,
  buyer bigint not null,
  supplier bigint,
  year integer not null,
  currency text not null,
  open boolean not null,
  amount bigint not null,
  lines bigint not null,
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);
CREATE INDEX spend_by_supplier_buyer ON purchasing.spend_by_supplier USING btree (buyer, reach, year);
CREATE INDEX spend_by_supplier_import ON purchasing.spend_by_supplier USING btree (import);

create table purchasing.staged_party (
  import uuid not null,
  noun text not null,
  place integer not null,
  id bigint not null,
  PRIMARY KEY (import, noun, place)
);

create table purchasing.staged_procurement (
  import uuid not null,
  line bigint not null,
  kind text not null,
  buyer integer not null,
  supplier integer,
  reference text not null,
  address text not null,
  title text not null,
  category text,
  procedure text,
  agreement text,
  dynamic_system boolean not null,
  published_on date,
  value bigint,
  lot text not null,
  number text,
  starts_on date,
  ends_on date,
  extension_months text,
  notice_months integer,
  ceiling bigint,
  callers text,
  contract_address text,
  own_category text,
  case_number text,
  responsible text,
  extension_clause text
);

create table purchasing.staging (
  import uuid not null,
  touched_at timestamp with time zone not null,
  PRIMARY KEY (import)
);

create table purchasing.standing (
  buyer bigint not null,
  month date not null,
  reach text not null,
  import uuid not null,
  PRIMARY KEY (buyer, month, reach, import),
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);

create table purchasing.supplier (
  id bigint generated always as identity not null,
  address text not null,
  organisation_number text,
  kind text default 'unknown'::text not null,
  may_publish boolean default false not null,
  because text default '{"key":"purchasing.person.unknown","args":{}}'::text not null,
  kept text default 
CASE
    WHEN (kind = 'person'::text) THEN 'natural-person'::text
    WHEN (organisation_number IS NULL) THEN 'no-number'::text
    WHEN (NOT may_publish) THEN 'natural-person'::text
    ELSE NULL::text
END,
  PRIMARY KEY (id),
  UNIQUE (address),
  CHECK ((kind = ANY (ARRAY['company'::text, 'person'::text, 'unknown'::text])))
);
CREATE UNIQUE INDEX supplier_number ON purchasing.supplier USING btree (organisation_number);

create table purchasing.supplier_parting (
  id uuid not null,
  name_key text not null,
  name text not null,
  organisation_number text not null,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX supplier_parting_name ON purchasing.supplier_parting USING btree (name_key, organisation_number) WHERE (withdrawn_at IS NULL);

create table purchasing.supplier_shown (
  supplier bigint not null,
  reach text not null,
  name text not null,
  organisation_number text,
  size text,
  sought text default translate(lower(name), 'åäöÅÄÖéèÉÈüÜ'::text, 'aaoaaoeeeeuu'::text) not null,
  PRIMARY KEY (supplier, reach),
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text]))),
  FOREIGN KEY (supplier) REFERENCES purchasing.supplier(id)
);
CREATE INDEX supplier_shown_sought_internal ON purchasing.supplier_shown USING gin (sought gin_trgm_ops) WHERE (reach = 'internal'::text);
CREATE INDEX supplier_shown_sought_published ON purchasing.supplier_shown USING gin (sought gin_trgm_ops) WHERE (reach = 'published'::text);

create table purchasing.supplier_source (
  supplier bigint not null,
  import uuid not null,
  name_key text not null,
  name text not null,
  organisation_number text,
  size text,
  visibility text default 'internal'::text not null,
  PRIMARY KEY (supplier, import, name_key),
  CHECK ((visibility = ANY (ARRAY['internal'::text, 'published'::text]))),
  FOREIGN KEY (import) REFERENCES purchasing.import(id),
  FOREIGN KEY (supplier) REFERENCES purchasing.supplier(id)
);
CREATE INDEX supplier_source_import ON purchasing.supplier_source USING btree (import);
CREATE INDEX supplier_source_name ON purchasing.supplier_source USING btree (name_key);

create table purchasing.to_judge (
  buyer bigint not null,
  since timestamp with time zone default now() not null,
  reach text not null,
  PRIMARY KEY (buyer, reach),
  CHECK ((reach = ANY (ARRAY['internal'::text, 'published'::text])))
);

create table purchasing.unit (
  id bigint generated always as identity not null,
  buyer bigint not null,
  name text not null,
  sought text default translate(lower(name), 'åäöÅÄÖéèÉÈüÜ'::text, 'aaoaaoeeeeuu'::text) not null,
  PRIMARY KEY (id),
  UNIQUE (buyer, name),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id)
);

create table purchasing.unit_served (
  id uuid not null,
  buyer bigint not null,
  unit text not null,
  served text not null,
  reason text not null,
  at timestamp with time zone not null,
  by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  PRIMARY KEY (id),
  FOREIGN KEY (buyer) REFERENCES purchasing.buyer(id)
);
CREATE UNIQUE INDEX unit_served_unit ON purchasing.unit_served USING btree (buyer, unit) WHERE (withdrawn_at IS NULL);

create table purchasing.waiting (
  id uuid not null,
  file text not null,
  size bigint not null,
  sent_at timestamp with time zone not null,
  sent_by text not null,
  PRIMARY KEY (id)
);

create table purchasing.waiting_part (
  waiting uuid not null,
  ordinal integer not null,
  bytes bytea not null,
  PRIMARY KEY (waiting, ordinal),
  FOREIGN KEY (waiting) REFERENCES purchasing.waiting(id) ON DELETE CASCADE
);

create table record.disclosure (
  number bigint not null,
  field text not null,
  salt bytea not null,
  text text not null,
  PRIMARY KEY (number, field),
  CHECK ((octet_length(salt) = 32)),
  FOREIGN KEY (number) REFERENCES record.entry(number)
);

create table record.entry (
  number bigint not null,
  at timestamp with time zone not null,
  act text not null,
  actor text not null,
  body text not null,
  bytes bytea not null,
  returned_at timestamp with time zone,
  PRIMARY KEY (number),
  CHECK ((octet_length(bytes) <= 65535))
);
CREATE INDEX entry_body ON record.entry USING gin (((body)::jsonb) jsonb_path_ops);

create table record.signed (
  one boolean default true not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  vkey text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (one),
  CHECK (one)
);

create table record.tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  PRIMARY KEY (level, index),
  CHECK ((((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0)))
);

create table record.tree (
  one boolean default true not null,
  size bigint not null,
  PRIMARY KEY (one),
  CHECK (one)
);

create table record.witness (
  vkey text not null,
  address text not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  size bigint default 0 not null,
  text text,
  line text,
  cosigned_at timestamp with time zone,
  problem text,
  known_size bigint,
  asked_at timestamp with time zone,
  PRIMARY KEY (vkey),
  CHECK ((problem = ANY (ARRAY['away'::text, 'unknown'::text, 'refused'::text, 'behind'::text, 'strange'::text])))
);

create table record.witnessed (
  origin text not null,
  vkey text not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  size bigint default 0 not null,
  root bytea,
  cosigned_at timestamp with time zone,
  PRIMARY KEY (origin)
);
