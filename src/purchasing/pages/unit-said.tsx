/** An officer's own word on whom a unit serves: what stands, what stood before, and saying it. */
import { instantInWords } from '../../kit/day.js'
import { Button, Disclosure, Field, Form, hrefIn, Table, Written, type Column, type Reader } from '../../web/index.js'
import { SERVED, type Served } from '../people-served.js'
import type { BuyerRow } from '../store/buyers.js'
import type { ServedSaid } from '../store/serving.js'
import type { UnitRow } from '../store/units.js'
import { unitAddress } from '../units/address.js'
import { servedIn } from './unit-parts.js'

export interface Saying {
  /** The latest first. */
  readonly history: readonly ServedSaid[]
  /** What was sent and refused. */
  readonly wrong?: { readonly served: string; readonly reason: string } | undefined
}
interface SaidProps extends Saying {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly unit: UnitRow
  readonly served: Served
}

/** Folded: few come to the page for this. */
export function Said(props: SaidProps) {
  const { reader, history, wrong } = props
  const { words } = reader
  return (
    <Disclosure summary={words('purchasing.units.said.title')} open={wrong !== undefined}>
      <Saying {...props} />
      {history.length === 0 ? null : (
        <Table
          caption={words('purchasing.units.said.history')}
          columns={columns(reader)}
          rows={history}
          rowHeader={false}
          empty=""
        />
      )}
      {history[0]?.withdrawnAt === null ? <TakenBack {...props} /> : null}
    </Disclosure>
  )
}

const at = (reader: Reader, buyer: BuyerRow, unit: UnitRow, act: string) =>
  hrefIn(reader, `/buyers/${buyer.number}/units/${unitAddress(unit.name)}/${act}`)

function Saying({ reader, buyer, unit, served, wrong }: SaidProps) {
  const { words } = reader
  return (
    <Form action={at(reader, buyer, unit, 'served')} label={words('purchasing.units.said.title')}>
      <Field
        reader={reader}
        name="served"
        kind="select"
        label={words('purchasing.units.people')}
        empty={false}
        options={SERVED.map((value) => ({ value, label: servedIn(reader, value) }))}
        value={wrong?.served ?? served}
      />
      <Field
        reader={reader}
        name="reason"
        label={words('purchasing.units.said.reason')}
        hint={words('purchasing.units.said.hint')}
        limit={LONGEST_REASON}
        error={wrong ? words('purchasing.units.said.noReason') : undefined}
        value={wrong?.reason}
      />
      <Button kind="secondary">{words('purchasing.units.said.say')}</Button>
    </Form>
  )
}

export const LONGEST_REASON = 200

function TakenBack({ reader, buyer, unit }: SaidProps) {
  return (
    <Form action={at(reader, buyer, unit, 'served/withdrawal')} label={reader.words('purchasing.units.said.withdraw')}>
      <Button kind="quiet">{reader.words('purchasing.units.said.withdraw')}</Button>
    </Form>
  )
}

function columns(reader: Reader): Column<ServedSaid>[] {
  const { words, language } = reader
  const acted = (by: string, on: ServedSaid['at']) =>
    words('purchasing.judged.rules.madeBy', { at: instantInWords(on, language), by })
  return [
    { label: words('purchasing.units.people'), cell: ({ served }) => servedIn(reader, served) },
    { label: words('purchasing.units.said.reason'), kind: 'long', cell: ({ reason }) => <Written>{reason}</Written> },
    { label: words('purchasing.judged.rules.made'), cell: (row) => acted(row.by, row.at) },
    {
      label: words('purchasing.judged.rules.ended'),
      cell: ({ withdrawnAt, withdrawnBy }) =>
        withdrawnAt === null ? words('purchasing.judged.rules.stands') : acted(withdrawnBy ?? '', withdrawnAt),
    },
  ]
}
