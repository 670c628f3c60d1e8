-- What is to be judged anew is marked for each reach: publishing changes nothing for the buyer's own people, and what they
-- import changes nothing for everyone.
alter table purchasing.to_judge add column reach text not null default 'internal'
  check (reach in ('internal', 'published'));
alter table purchasing.to_judge drop constraint to_judge_pkey;
alter table purchasing.to_judge add primary key (buyer, reach);
insert into purchasing.to_judge (buyer, reach, since) select buyer, 'published', since from purchasing.to_judge;
alter table purchasing.to_judge alter column reach drop default;

-- The same sums without supplier and contract, a twentieth as many rows: what the pages of a whole buyer sum.
create table purchasing.spend_by_following (
  reach text not null check (reach in ('internal', 'published')),
  buyer bigint not null,
  unit bigint,
  account bigint not null,
  month date not null,
  currency text not null,
  following text not null,
  category text,
  confidence text not null,
  amount bigint not null,
  lines bigint not null
);
insert into purchasing.spend_by_following
  select reach, buyer, unit, account, month, currency, following, category, confidence, sum(amount)::bigint,
    sum(lines)::bigint
  from purchasing.spend_by_category group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
create index spend_by_following_buyer on purchasing.spend_by_following (buyer, reach, month);
create index spend_by_following_category on purchasing.spend_by_following (reach, category text_pattern_ops);
-- Whole categories are looked for among these; the longer sums are read by buyer or contract.
drop index purchasing.spend_by_category_category;

-- A buyer's quarter is summed at a time, so that pages are read in between.
create index spend_buyer on purchasing.spend (buyer, month);
