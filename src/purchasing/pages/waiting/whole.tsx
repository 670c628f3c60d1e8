/** What is said of the file as a whole: how it writes days and amounts, VAT, whose it is, and what it covers. */
import { Choices, Field, Section } from '../../../web/index.js'
import { CURRENCIES } from '../../waiting.js'
import { errorAt, type WaitingProps } from './props.js'

export function WholeFile(props: WaitingProps) {
  const { reader, judgement } = props
  const { words } = reader
  const { mapping, undecided } = judgement
  const vats = (['excluded', 'included', 'unknown'] as const).map((value) => {
    return { value, label: words('purchasing.waiting.vats', { vat: value }) }
  })
  return (
    <>
      <Section title={words('purchasing.waiting.written')}>
        <div class="asked">
          {undecided.day ? <Order {...props} example={undecided.day} /> : null}
          {undecided.amount ? <Decimal {...props} example={undecided.amount} /> : null}
          <Field
            reader={reader}
            name="currency"
            kind="select"
            label={words('purchasing.waiting.currency')}
            value={mapping.currency}
            empty={false}
            width="short"
            options={CURRENCIES.map((value) => ({ value, label: value }))}
          />
          {mapping.kind === 'ledger' ? (
            <Choices
              reader={reader}
              name="vat"
              legend={words('purchasing.waiting.vat')}
              choices={vats}
              chosen={mapping.vat}
            />
          ) : null}
        </div>
      </Section>
      <Whose {...props} />
    </>
  )
}

/** Filled in with the only buyer known, where the rows do not say. */
function Whose(props: WaitingProps) {
  const { reader, judgement, said, onlyBuyer } = props
  const { words } = reader
  const { buyer, buyerNumber } = judgement.mapping.columns
  const isInRows = buyer !== undefined || buyerNumber !== undefined
  const likely = isInRows ? undefined : onlyBuyer
  return (
    <Section
      title={words('purchasing.waiting.buyer')}
      lead={words(isInRows ? 'purchasing.waiting.buyerHint' : 'purchasing.waiting.buyerNeeded')}
    >
      <div class="asked asked-columns">
        <Field
          reader={reader}
          name="buyerNumber"
          label={words('purchasing.waiting.buyerNumber')}
          value={said?.buyerNumber ?? likely?.number}
          width="medium"
          optional
          unmarked={!isInRows}
          inputmode="numeric"
          error={errorAt(props, 'buyerNumber')}
        />
        <Field
          reader={reader}
          name="buyerName"
          label={words('purchasing.waiting.buyerName')}
          value={said?.buyerName ?? likely?.name}
          width="medium"
          optional
          unmarked={!isInRows}
          error={errorAt(props, 'buyerName')}
        />
      </div>
    </Section>
  )
}

function Order(props: WaitingProps & { example: string }) {
  const { reader, said, example } = props
  const { words } = reader
  const choices = (['dmy', 'mdy'] as const).map((value) => {
    return { value, label: words('purchasing.waiting.orders', { order: value }) }
  })
  const legend = words('purchasing.waiting.order', { example })
  return (
    <Choices {...{ reader, name: 'order', legend, choices, chosen: said?.order, error: errorAt(props, 'order') }} />
  )
}

function Decimal(props: WaitingProps & { example: string }) {
  const { reader, said, example } = props
  const { words } = reader
  const choices = [
    { value: ',', label: words('purchasing.waiting.decimals', { sign: 'comma' }) },
    { value: '.', label: words('purchasing.waiting.decimals', { sign: 'point' }) },
  ]
  const legend = words('purchasing.waiting.decimal', { example })
  const error = errorAt(props, 'decimal')
  return <Choices {...{ reader, name: 'decimal', legend, choices, chosen: said?.decimal, error }} />
}

export function Covers(props: WaitingProps) {
  const { reader, said } = props
  const { words } = reader
  const overlaps = (['judge', 'replaces', 'adds'] as const).map((value) => {
    return { value, label: words('purchasing.waiting.overlaps', { overlap: value }) }
  })
  const month = (name: 'from' | 'to') => (
    <Field
      reader={reader}
      name={name}
      label={words(`purchasing.waiting.${name}`)}
      hint={words('purchasing.waiting.monthHint')}
      value={said?.[name]}
      width="short"
      optional
      error={errorAt(props, name)}
    />
  )
  return (
    <Section title={words('purchasing.waiting.covers')}>
      <div class="asked">
        <Choices
          reader={reader}
          name="overlap"
          legend={words('purchasing.waiting.overlap')}
          choices={overlaps}
          chosen={said?.overlap || 'judge'}
          error={errorAt(props, 'overlap')}
        />
        <div class="asked asked-columns">
          {month('from')}
          {month('to')}
        </div>
      </div>
    </Section>
  )
}
