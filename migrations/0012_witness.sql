-- Witnesses (c2sp.org/tlog-witness): outsiders who cosign this record, and records that this installation cosigns.

-- Who is asked to cosign this record, and the last checkpoint that each cosigned.
create table record.witness (
  vkey text primary key,
  address text not null,
  since timestamptz not null,
  ended_at timestamptz,
  size bigint not null default 0,
  -- The checkpoint's text and the witness's line under it, as they are served.
  text text,
  line text,
  cosigned_at timestamptz,
  -- Why the last asking came to nothing, and how long a record the witness then said it knows.
  problem text check (problem in ('away', 'unknown', 'refused', 'behind', 'strange')),
  known_size bigint,
  asked_at timestamptz
);

-- Whose records this installation cosigns, and the last of each that it cosigned. The same stands in a file beside the
-- witness's key; the longer of the two is what is known.
create table record.witnessed (
  origin text primary key,
  vkey text not null,
  since timestamptz not null,
  ended_at timestamptz,
  size bigint not null default 0,
  root bytea,
  cosigned_at timestamptz
);
