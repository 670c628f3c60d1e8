-- A contract has an identity of its own: its buyer's, by its number there, with an address that survives re-import. What
-- each register told of it are facts by source; a register of the same buyer that tells it anew replaces an earlier one.

alter table purchasing.contract rename to contract_source;
alter index purchasing.contract_import rename to contract_source_import;
alter index purchasing.contract_procurement rename to contract_source_procurement;
alter index purchasing.contract_supplier rename to contract_source_supplier;

create table purchasing.contract (
  id bigint generated always as identity primary key,
  address text not null unique,
  buyer bigint not null references purchasing.buyer,
  number text not null,
  unique (buyer, number)
);
-- Addresses as names.ts makes them.
insert into purchasing.contract (address, buyer, number)
  select distinct left(trim(both '-' from regexp_replace(lower(translate(replace(replace(
      b.organisation_number || ' ' || s.number, 'æ', 'ae'), 'Æ', 'ae'), 'ÅÄÖÉÜØåäöéüø', 'aaoeuoaaoeuo')),
      '[^a-z0-9]+', '-', 'g')), 80)
    || case when s.number ~ '^[a-z0-9]{1,40}$' then ''
      else '-' || left(encode(sha256(convert_to(s.number, 'UTF8')), 'hex'), 6) end, p.buyer, s.number
  from purchasing.contract_source s
  join purchasing.procurement p on p.id = s.procurement join purchasing.buyer b on b.id = p.buyer;

-- Each row is one supplier of the contract, as one import tells it. `extension_months` is null where the register states
-- options in words that could not be read for certain; the words stand in `extension_clause`.
alter table purchasing.contract_source
  add column contract bigint references purchasing.contract,
  add column title text,
  add column category text,
  add column agreement text check (agreement in ('framework', 'contract')),
  add column own_category text,
  add column case_number text,
  add column responsible text,
  add column extension_clause text,
  alter column extension_months drop not null,
  alter column extension_months drop default;
update purchasing.contract_source s
  set contract = c.id, title = f.title, category = f.category, agreement = f.agreement
  from purchasing.procurement p, purchasing.contract c, purchasing.procurement_source f
  where p.id = s.procurement and c.buyer = p.buyer and c.number = s.number
    and f.procurement = s.procurement and f.import = s.import;
update purchasing.contract_source s set contract = c.id, title = s.number
  from purchasing.procurement p, purchasing.contract c
  where s.contract is null and p.id = s.procurement and c.buyer = p.buyer and c.number = s.number;
alter table purchasing.contract_source
  alter column contract set not null, alter column title set not null, drop column number, drop column id;
create index contract_source_contract on purchasing.contract_source (contract);

-- `import` tells this buyer's contracts anew, and so replaces what `replaced` told of them. Judged for each two registers
-- by themselves, so that taking one back leaves what is true of the others.
create table purchasing.contract_replacement (
  import uuid not null references purchasing.import,
  replaced uuid not null references purchasing.import,
  buyer bigint not null,
  primary key (import, replaced, buyer)
);
create index contract_replacement_replaced on purchasing.contract_replacement (replaced);

-- The rule of merging: what stands before what was replaced, a row that states an end before one that does not, the later
-- register before the earlier, the end that comes first. Term, options and notice come from one row; other facts from the
-- first that tells them. Ceilings that differ between a contract's suppliers are each supplier's own and are added; one
-- that is told on each row is the contract's. `withdrawn_by` left the contract out; null while any telling stands.
create view purchasing.contract_told as
  select s.*, r.reach, g.import as left_out_by, i.started_at,
    row_number() over w as rank, s.import = first_value(s.import) over w as is_first,
    bool_or(g.import is null) over (partition by s.contract, r.reach) as stands
  from purchasing.contract_source s
  join purchasing.contract c on c.id = s.contract
  join purchasing.import i on i.id = s.import
  join (values ('internal'), ('published')) r (reach) on r.reach = 'internal' or i.published_at is not null
  left join (
    select distinct on (n.replaced, n.buyer, r.reach) n.replaced, n.buyer, r.reach, n.import
    from purchasing.contract_replacement n join purchasing.import o on o.id = n.import
    join (values ('internal'), ('published')) r (reach) on r.reach = 'internal' or o.published_at is not null
    order by n.replaced, n.buyer, r.reach, o.started_at desc, o.id
  ) g on g.replaced = s.import and g.buyer = c.buyer and g.reach = r.reach
  window w as (partition by s.contract, r.reach
    order by g.import is not null, s.ends_on is null, i.started_at desc, i.id, s.ends_on, s.line);

create view purchasing.contract_merged as
  select m.*, e.ends[cardinality(e.ends)] as last_on,
    array(
      select d from unnest(e.ends) d union
      select (d - make_interval(months => m.notice_months))::date from unnest(e.ends) with ordinality o (d, n)
        where m.notice_months is not null and (n = 1 or n < cardinality(e.ends))
      order by 1) as days
  from (
    select contract, reach,
      (array_agg(import) filter (where rank = 1))[1] as import,
      min(line) filter (where rank = 1) as line,
      min(procurement) filter (where rank = 1) as procurement,
      min(title) filter (where rank = 1) as title,
      (array_agg(category order by rank) filter (where category is not null))[1] as category,
      (array_agg(agreement order by rank) filter (where agreement is not null))[1] as agreement,
      (array_agg(own_category order by rank) filter (where own_category is not null))[1] as own_category,
      (array_agg(case_number order by rank) filter (where case_number is not null))[1] as case_number,
      (array_agg(responsible order by rank) filter (where responsible is not null and reach = 'internal'))[1]
        as responsible,
      min(starts_on) filter (where rank = 1) as starts_on,
      min(ends_on) filter (where rank = 1) as ends_on,
      min(extension_months) filter (where rank = 1) as extension_months,
      min(extension_clause) filter (where rank = 1) as extension_clause,
      min(notice_months) filter (where rank = 1) as notice_months,
      case when count(distinct ceiling) filter (where is_first) = 1 then min(ceiling) filter (where is_first)
        when bool_and(ceiling is not null) filter (where is_first) then (sum(ceiling) filter (where is_first))::bigint
        end as ceiling,
      coalesce((array_agg(callers order by rank) filter (where callers <> ''))[1], '') as callers,
      (array_agg(left_out_by) filter (where rank = 1))[1] as withdrawn_by
    from purchasing.contract_told where (left_out_by is null) = stands
    group by contract, reach
  ) m cross join lateral (
    select array_agg((m.ends_on + 1 + make_interval(months => months) - interval '1 day')::date order by n)
        filter (where m.ends_on is not null and coalesce(m.starts_on <= m.ends_on, true)) as ends
    from (select n, sum(written::int) over (order by n)::int as months
      from unnest(array_prepend('0', string_to_array(nullif(m.extension_months, ''), '+'))) with ordinality o (written, n)
    ) reached
  ) e;

-- What is shown of a contract. `days` is every day of its renewal that its term tells (renewal.ts), in order, so that the
-- earliest one ahead can be found by any day's date; `last_on` is the last possible end. Worked out from rows that are
-- checked already, so that no page waits while each is checked once more.
create table purchasing.contract_shown (
  contract bigint not null,
  reach text not null check (reach in ('internal', 'published')),
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
  notice_months int,
  ceiling bigint,
  callers text not null,
  withdrawn_by uuid,
  last_on date,
  days date[] not null,
  primary key (contract, reach)
);
create index contract_shown_procurement on purchasing.contract_shown (procurement);
insert into purchasing.contract_shown select * from purchasing.contract_merged;

-- Gathered, not kept: what an import that runs meanwhile has staged is staged anew.
alter table purchasing.staged_procurement
  add column contract_address text,
  add column own_category text,
  add column case_number text,
  add column responsible text,
  add column extension_clause text;
