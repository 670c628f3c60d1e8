/** What the list of contracts can be narrowed by: what registers tell, and what is worked out from it today. */
import { isCode, labelOf } from '../../categories/index.js'
import type { Day } from '../../kit/day.js'
import { Field, WRITTEN, type Reader } from '../../web/index.js'
import { isNarrowed, ORDERS, quartersFrom, STATES, type AskedOfContracts } from '../contract-asked.js'
import type { Facet, Facets } from '../facets.js'
import { Choose, Narrow, type Option } from './narrow.js'
import { counted } from './parts.js'
import { quarterInWords } from './renewal-words.js'

export interface NarrowingProps {
  readonly reader: Reader
  readonly asked: AskedOfContracts
  readonly facets: Facets
  /** Those who hold most, and whoever was chosen elsewhere. */
  readonly suppliers: readonly { readonly address: string; readonly name: string; readonly contracts?: number }[]
  readonly today: Day
}

export function Narrowing(props: NarrowingProps) {
  const { reader, asked } = props
  const { words } = reader
  return (
    <Narrow
      reader={reader}
      to="/contracts"
      label={words('purchasing.contracts.search')}
      button={words('web.search.button')}
      all={asked.words || isNarrowed(asked) ? words('purchasing.contracts.all') : undefined}
      more={{ summary: chosenIn(props), choices: <Choices {...props} /> }}
    >
      <Field
        reader={reader}
        name="q"
        kind="search"
        optional
        unmarked
        label={words('purchasing.contracts.words')}
        value={asked.words}
      />
    </Narrow>
  )
}

const Choices = (props: NarrowingProps) => (
  <>
    <Told {...props} />
    <Worked {...props} />
  </>
)

/** What the list is narrowed by, in words, and its order where that is another than the usual. */
function chosenIn({ reader, asked, facets, suppliers }: NarrowingProps): string {
  const { words } = reader
  const { division, buyer, supplier, state, agreement, quarter, order } = asked
  const chosen = [
    division && divisionName(reader, division),
    buyer && (facets.buyers.find(({ value }) => value === buyer)?.label ?? buyer),
    supplier && (suppliers.find(({ address }) => address === supplier)?.name ?? supplier),
    state && words(`purchasing.contracts.states.${state}`),
    agreement && words(`purchasing.agreement.${agreement}`),
    quarter && quarterInWords(reader, quarter),
    order === 'act' ? undefined : words(`purchasing.contracts.orders.${order}`),
  ].filter((part) => part !== undefined)
  return words('purchasing.contracts.chosen', { count: chosen.length, chosen: chosen.join(', ') })
}

function divisionName({ language }: Reader, digits: string): string {
  const code = `${digits}000000`
  return isCode(code) ? labelOf(code, language) : digits
}

/** By what the registers tell, with how many there are of each. */
function Told({ reader, asked, facets, suppliers }: NarrowingProps) {
  const { words } = reader
  const h = (key: 'division' | 'anyDivision' | 'buyer' | 'anyBuyer' | 'supplier' | 'anySupplier') =>
    words(`purchasing.contracts.${key}`)
  const option = ({ value, label, count }: Facet): Option => ({ value, label: `${label} (${counted(reader, count)})` })
  const choose = (name: 'division' | 'buyer' | 'supplier', any: string, options: readonly Option[], hint?: string) => (
    <Choose {...{ reader, name, any, options, hint }} label={h(name)} chosen={asked[name]} />
  )
  return (
    <>
      {choose(
        'division',
        h('anyDivision'),
        facets.divisions.map((facet) => option({ ...facet, label: divisionName(reader, facet.value) })),
      )}
      {choose(
        'buyer',
        h('anyBuyer'),
        facets.buyers.map((facet) => ({ ...option(facet), lang: WRITTEN })),
      )}
      {choose(
        'supplier',
        h('anySupplier'),
        suppliers.map(({ address, name, contracts }) => ({
          ...(contracts === undefined
            ? { value: address, label: name }
            : option({ value: address, label: name, count: contracts })),
          lang: WRITTEN,
        })),
      )}
    </>
  )
}

const QUARTERS = 8

/** By what is worked out from it today, and in which order. */
function Worked({ reader, asked, today }: NarrowingProps) {
  const { words } = reader
  const h = (key: 'state' | 'anyState' | 'agreement' | 'anyAgreement' | 'quarter' | 'anyQuarter' | 'order') =>
    words(`purchasing.contracts.${key}`)
  const states = STATES.map((value) => ({ value, label: words(`purchasing.contracts.states.${value}`) }))
  const kinds = (['framework', 'contract'] as const).map((value) => ({
    value,
    label: words(`purchasing.agreement.${value}`),
  }))
  const quarters = quartersFrom(today, QUARTERS).map((value) => ({ value, label: quarterInWords(reader, value) }))
  const [first, ...orders] = ORDERS.map((value) => ({ value, label: words(`purchasing.contracts.orders.${value}`) }))
  const order = asked.order === 'act' ? undefined : asked.order
  const about = { reader }
  return (
    <>
      <Choose {...about} name="state" label={h('state')} any={h('anyState')} options={states} chosen={asked.state} />
      <Choose
        {...about}
        name="agreement"
        label={h('agreement')}
        any={h('anyAgreement')}
        options={kinds}
        chosen={asked.agreement}
      />
      <Choose
        {...about}
        name="quarter"
        label={h('quarter')}
        any={h('anyQuarter')}
        options={quarters}
        chosen={asked.quarter}
      />
      <Choose {...about} name="order" label={h('order')} any={first?.label ?? ''} options={orders} chosen={order} />
    </>
  )
}
