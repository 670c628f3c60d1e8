-- What each purchase is and under which contract it was made, worked out anew whenever what it rests on changes.

-- A person's own word on the lines of one posting, or on all that a rule fits. Withdrawn, never changed.
create table purchasing.correction (
  id uuid primary key,
  buyer bigint not null references purchasing.buyer,
  voucher text not null,
  identity bigint not null,
  category text not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index correction_line on purchasing.correction (buyer, voucher, identity) where withdrawn_at is null;
create table purchasing.category_rule (
  id uuid primary key,
  buyer bigint not null references purchasing.buyer,
  account text,
  supplier bigint references purchasing.supplier,
  text text,
  category text not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check (coalesce(account, supplier::text, text) is not null)
);
create index category_rule_buyer on purchasing.category_rule (buyer) where withdrawn_at is null;

-- Buyers whose purchases are to be judged anew: marked by the act that changed something, taken away when it is done.
create table purchasing.to_judge (
  buyer bigint primary key,
  since timestamptz not null default now()
);
insert into purchasing.to_judge (buyer) select distinct buyer from purchasing.coverage;

-- What was judged of all lines alike in supplier, account, stated contract and correction, from one month to another.
create table purchasing.judgement (
  buyer bigint not null,
  reach text not null check (reach in ('internal', 'published')),
  ordinal int not null,
  supplier bigint,
  account bigint not null,
  contract_stated text,
  corrected text,
  first_month date not null,
  last_month date not null,
  contract bigint,
  -- Messages, with what they rest on.
  contract_because text not null,
  following text not null
    check (following in ('under', 'beside', 'without', 'unclear', 'unknown')),
  -- A running contract that these lines could have been made under; of those beside it only.
  beside bigint,
  category text,
  confidence text not null,
  decided_by text,
  because text not null,
  primary key (buyer, reach, ordinal)
);
create index judgement_like on purchasing.judgement (account, supplier);
create index judgement_contract on purchasing.judgement (contract) where contract is not null;

-- The sums of what was bought by what was judged, for each reach what stands and may be seen in it.
create table purchasing.spend_by_category (
  reach text not null check (reach in ('internal', 'published')),
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
  lines bigint not null
);
create index spend_by_category_buyer on purchasing.spend_by_category (buyer, reach, month);
create index spend_by_category_category on purchasing.spend_by_category (reach, category text_pattern_ops);
create index spend_by_category_contract on purchasing.spend_by_category (contract) where contract is not null;
