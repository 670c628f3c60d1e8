-- What was bought under a contract, so that the day its ceiling is reached can be found by a walk through an index.
create index spend_by_category_pace on purchasing.spend_by_category (contract) include (amount)
  where contract is not null and reach = 'internal' and currency = 'SEK';

-- The pace of each contract's purchases and the day on which it uses the ceiling up, as renewal.ts says: over the whole of
-- the contract so far, where ledgers tell all of it. For the buyer's own people: others do not see all that was bought.
create view purchasing.contract_pace as
  select g.contract, g.spent, t.first, t.last,
    case when g.spent > 0 and f.ceiling is not null and p.months > 0
        and date_trunc('month', f.starts_on) >= date_trunc('month', t.first)
      then date_trunc('month', f.starts_on)::date
        + least(floor(f.ceiling::float8 / g.spent * p.months * (365.2425::float8 / 12)), 1000000)::int end as reached_on
  from (select contract, sum(amount)::bigint as spent from purchasing.spend_by_category
    where contract is not null and reach = 'internal' and currency = 'SEK' group by contract) g
  join purchasing.contract_shown f on f.contract = g.contract and f.reach = 'internal'
  join purchasing.contract h on h.id = g.contract
  join (select buyer, min(month) as first, max(month) as last from purchasing.standing
    where reach = 'internal' group by buyer) t on t.buyer = h.buyer
  cross join lateral (select (extract(year from t.last) * 12 + extract(month from t.last)
    - extract(year from f.starts_on) * 12 - extract(month from f.starts_on) + 1)::int as months) p;

-- A person's own word on whom a unit serves, by the unit's name, so that it holds when its file comes again. Withdrawn,
-- never changed.
create table purchasing.unit_served (
  id uuid primary key,
  buyer bigint not null references purchasing.buyer,
  unit text not null,
  served text not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index unit_served_unit on purchasing.unit_served (buyer, unit) where withdrawn_at is null;
