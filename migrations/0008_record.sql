-- The public record as a tree that anyone can verify (c2sp.org/tlog-tiles): each entry's exact bytes, and the hashes in tiles.

-- What is hashed. Entries from before the tree get the bytes that an act writes today, out of what they said.
alter table record.entry add column bytes bytea;
update record.entry set bytes = convert_to(
  'fairlane-record/v1' || chr(10) || '{"act":' || to_json(act)::text || ',"actor":' || to_json(actor)::text
    || ',"at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","body":'
    || case when octet_length(body) > 65000 then '{"sha256":"' || digest || '"}' else body end || '}', 'UTF8');
alter table record.entry alter column bytes set not null;
alter table record.entry add constraint entry_bytes_length check (octet_length(bytes) <= 65535);
alter table record.entry drop column digest;
-- Put back from the file beside the key, after the database was restored from an older backup.
alter table record.entry add column returned_at timestamptz;

-- 256 hashes of 32 bytes; level 0 holds leaves, level L the roots of full tiles of level L - 1. The last of a level grows.
create table record.tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);

-- One row: how many entries there are. Who appends holds it until the act ends, so that one appends at a time.
create table record.tree (
  one boolean primary key default true check (one),
  size bigint not null
);
insert into record.tree (size) select count(*) from record.entry;

create function record.halved(hashes bytea) returns bytea language sql immutable as
  $$ select string_agg(sha256('\x01'::bytea || substring(hashes from 1 + 64 * i for 64)), ''::bytea order by i)
     from generate_series(0, octet_length(hashes) / 64 - 1) as i $$;
insert into record.tile (level, index, hashes)
select 0, number / 256, string_agg(sha256('\x00'::bytea || bytes), ''::bytea order by number)
from record.entry group by number / 256;
insert into record.tile (level, index, hashes)
select 1, index / 256, string_agg(
  record.halved(record.halved(record.halved(record.halved(record.halved(record.halved(record.halved(record.halved(
    hashes)))))))), ''::bytea order by index)
from record.tile where level = 0 and octet_length(hashes) = 8192 group by index / 256;
drop function record.halved;

-- One row: the last checkpoint that was signed, as it is served, and the key it can be checked by.
create table record.signed (
  one boolean primary key default true check (one),
  size bigint not null,
  root bytea not null,
  note text not null,
  vkey text not null,
  at timestamptz not null
);

-- What a commitment in an entry was made of. A row taken away cannot be guessed from the entry: its salt is gone too.
create table record.disclosure (
  number bigint not null references record.entry (number),
  field text not null,
  salt bytea not null check (octet_length(salt) = 32),
  text text not null,
  primary key (number, field)
);
