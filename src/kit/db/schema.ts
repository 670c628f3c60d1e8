/** The database's present shape as text, for people who read it and for a golden file; not for making a database. */
import { sql, type Database } from './index.js'

interface Part {
  readonly name: string
  readonly line: string
}

/** Tables by schema and name; in each its columns in their order, then constraints, then indexes by name. */
export async function schemaOf(db: Database): Promise<string> {
  const [columns, constraints, indexes] = await Promise.all([columnsOf(db), constraintsOf(db), indexesOf(db)])
  const names = [...new Set(columns.map(({ name }) => name))]
  const within = (parts: readonly Part[], name: string) =>
    parts.filter((one) => one.name === name).map(({ line }) => line)
  return names
    .map((name) => {
      const inside = [...within(columns, name), ...within(constraints, name)].map((line) => `  ${line}`)
      return [`create table ${name} (\n${inside.join(',\n')}\n);`, ...within(indexes, name)].join('\n')
    })
    .join('\n\n')
}

const ours = sql`(
  select c.oid, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)')`

const columnsOf = async (db: Database): Promise<Part[]> =>
  (
    await sql<Part>`
      select o.name, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attidentity <> '' then ' generated always as identity' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        || case when a.attnotnull then ' not null' else '' end as line
      from ${ours} o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum order by o.name, a.attnum`.execute(db)
  ).rows

const constraintsOf = async (db: Database): Promise<Part[]> =>
  (
    await sql<Part>`
      select o.name, pg_get_constraintdef(k.oid) as line from ${ours} o
      join pg_constraint k on k.conrelid = o.oid and k.contype <> 'n'
      order by o.name, array_position(array['p', 'u', 'c', 'f'], k.contype::text), k.conname`.execute(db)
  ).rows

const indexesOf = async (db: Database): Promise<Part[]> =>
  (
    await sql<Part>`
      select o.name, pg_get_indexdef(i.oid) || ';' as line
      from ${ours} o join pg_index x on x.indrelid = o.oid join pg_class i on i.oid = x.indexrelid
      where not exists (select from pg_constraint k where k.conindid = i.oid) order by o.name, i.relname`.execute(db)
  ).rows
