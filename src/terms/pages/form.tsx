/** What is asked: three inputs first, the rest folded. Nothing is filled in that nobody wrote; what is plausible is said. */
import type { Words } from '../../kit/words/index.js'
import type { ContractLength } from '../../purchasing/index.js'
import { Button, Choices, Disclosure, Field as Box, Form, hrefIn, type Reader } from '../../web/index.js'
import { EMISSIONS, LENGTHS, unitOf, type Asked, type Field, type Wrong } from '../asked.js'
import { FIRST } from '../reckoned.js'
import { INPUTS, inputsFor, SUGGESTED, type Input } from '../rules/inputs.js'
import { REASONS } from '../rules/lawful.js'
import { FromContract, toldInWords } from './from-contract.js'
import { labelOfField, valueInWords } from './said.js'

interface Shown {
  readonly reader: Reader
  readonly asked: Asked
  readonly from: ContractLength | undefined
}

export function TermsForm(of: Shown) {
  const { reader, asked, from } = of
  const { words } = reader
  const hidden = asked.contract ? { contract: asked.contract } : {}
  return (
    <Form
      action={hrefIn(reader, '/terms')}
      method="get"
      label={words('terms.form.label')}
      hidden={hidden}
      live="answer"
    >
      {from ? <FromContract {...{ reader, from }} /> : null}
      <div class="terms-first">
        {FIRST.map((field) => (
          <TermsField {...of} field={field} />
        ))}
      </div>
      <Disclosure summary={words('terms.form.more')} open={asked.wrong.some(({ field }) => !isFirst(field))}>
        <p>{words('terms.form.moreLead')}</p>
        <Part title={words('terms.form.supplier')} fields={['term', ...inputsFor('none')]} {...of} />
        <Part title={words('terms.form.spread')} fields={inputsFor('spread')} {...of} />
        <Part title={words('terms.form.ways')} lead={words('terms.form.waysLead')} fields={WAYS} {...of}>
          <Choices
            reader={reader}
            name="reasons"
            legend={words('terms.field.reasons')}
            choices={REASONS.map((value) => ({ value, label: words(`terms.reasons.${value}`) }))}
            chosen={asked.reasons}
          />
        </Part>
        <Part
          title={words('terms.form.buyer')}
          lead={words('terms.form.buyerLead')}
          fields={inputsFor('buyer')}
          {...of}
        />
        <Part title={words('terms.form.emissions')} lead={words('terms.form.emissionsLead')} fields={SAVED} {...of} />
      </Disclosure>
      <Button>{words('terms.form.submit')}</Button>
    </Form>
  )
}

const WAYS = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]
const SAVED = Object.keys(EMISSIONS) as (keyof typeof EMISSIONS)[]
const isFirst = (field: Field): boolean => FIRST.some((one) => one === field)

interface PartProps extends Shown {
  readonly title: string
  readonly lead?: string
  readonly fields: readonly Field[]
  readonly children?: unknown
}

function Part({ title, lead, fields, children, ...of }: PartProps) {
  return (
    <fieldset class="terms-part">
      <legend>{title}</legend>
      {lead ? <p class="field-hint">{lead}</p> : null}
      <div class="terms-fields">
        {fields.map((field) => (
          <TermsField {...of} field={field} />
        ))}
      </div>
      {children}
    </fieldset>
  )
}

function TermsField({ reader, asked, from, field }: Shown & { field: Field }) {
  const { words } = reader
  const wrong = asked.wrong.find((one) => one.field === field)
  return (
    <Box
      reader={reader}
      name={field}
      label={labelOfField(field, words)}
      value={asked.written[field]}
      hint={[...toldInWords(from, asked, field, words), hintOf(field, words)].filter(Boolean).join(' ')}
      error={wrong ? wrongInWords(wrong, words) : undefined}
      optional={!isFirst(field)}
      unmarked
      inputmode="decimal"
      autocomplete="off"
      width="short"
      suffix={words(`terms.unit.${unitOf(field)}`)}
    />
  )
}

const EXAMPLES = {
  money: '4 000 000',
  units: '1 000',
  years: '4',
  share: '6.5',
  number: '4.8',
  kilograms: '85',
} as const

export function wrongInWords({ field, kind, least, most, isAbove }: Wrong, words: Words): string {
  const label = labelOfField(field, words)
  if (kind === 'whole') return words('terms.wrong.whole', { label })
  if (kind === 'outside') return words('terms.wrong.outside', { label, least, most, above: isAbove ? 'yes' : 'no' })
  const example = EXAMPLES[unitOf(field)]
  return words('terms.wrong.number', { label, example: words.language === 'sv' ? example.replace('.', ',') : example })
}

/** What it is, what is plausible, and what a source gives. Of an amount only the parties know. */
function hintOf(field: Field, words: Words): string {
  const told = isExplained(field) ? [words(`terms.hint.${field}`)] : []
  if (!isInput(field)) return told.join(' ')
  const { plausible } = INPUTS[field]
  const amount = plausible || told.length > 0 ? [] : [words('terms.form.amount')]
  return [
    ...told,
    ...(plausible ? [plausibleInWords(field, plausible, words)] : amount),
    ...suggestedInWords(field, words),
  ].join(' ')
}

const isInput = (field: Field): field is Input => Object.hasOwn(INPUTS, field)
const EXPLAINED = [...FIRST, 'greatestQuantity', 'ceiling', 'yearlyValue'] as const
const isExplained = (field: Field): field is (typeof EXPLAINED)[number] => EXPLAINED.some((one) => one === field)

const plausibleInWords = (field: Input, [low, high]: readonly [number, number], words: Words): string =>
  words('terms.form.plausible', { low: valueInWords(field, low, words), high: valueInWords(field, high, words) })

function suggestedInWords(field: Input, words: Words): string[] {
  const suggested = SUGGESTED[field]
  if (!suggested) return []
  const { value, currency, source, verified } = suggested
  const number = new Intl.NumberFormat(words.language).format(value)
  return [
    words('terms.form.suggested', {
      source: source.source.includes(String(source.year))
        ? source.source
        : [source.source, source.year].filter(Boolean).join(', '),
      value: currency ? `${currency} ${number}` : valueInWords(field, value, words),
      verified: verified ? 'yes' : 'no',
    }),
  ]
}
