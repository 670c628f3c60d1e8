-- What was bought of whom in a year: only what stands within a reach, so that a page sums a tenth as many rows.
drop table purchasing.spend_by_supplier;
create table purchasing.spend_by_supplier (
  reach text not null check (reach in ('internal', 'published')),
  import uuid not null,
  buyer bigint not null,
  supplier bigint,
  year int not null,
  currency text not null,
  -- Whether its account may be public.
  open boolean not null,
  amount bigint not null,
  lines bigint not null
);
insert into purchasing.spend_by_supplier (reach, import, buyer, supplier, year, currency, open, amount, lines)
  select t.reach, s.import, s.buyer, s.supplier, extract(year from s.month)::int, s.currency, a.kept is null,
    sum(s.amount)::bigint, sum(s.lines)::bigint
  from purchasing.spend s join purchasing.account a on a.id = s.account
  join purchasing.standing t on t.import = s.import and t.buyer = s.buyer and t.month = s.month
  where a.kind in ('purchase', 'rent') group by 1, 2, 3, 4, 5, 6, 7 having sum(s.lines) <> 0;
create index spend_by_supplier_import on purchasing.spend_by_supplier (import);
create index spend_by_supplier_buyer on purchasing.spend_by_supplier (buyer, reach, year);

-- Each index makes an import slower. A buyer's months are found through `standing`, which knows their imports.
drop index purchasing.spend_import;
drop index purchasing.spend_buyer;
create index spend_month on purchasing.spend (import, month);

-- What was bought under one contract, and under each without a look at the table, for the pace.
drop index purchasing.spend_by_category_contract;
drop index purchasing.spend_by_category_pace;
create index spend_by_category_contract on purchasing.spend_by_category (reach, contract) include (currency, amount)
  where contract is not null;
