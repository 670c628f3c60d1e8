/** What a contract told of the case: which one, what it says and where that stands, and what it does not say. */
import type { Words } from '../../kit/words/index.js'
import type { ContractLength } from '../../purchasing/index.js'
import { hrefIn, WRITTEN, type Reader } from '../../web/index.js'
import type { Asked, Field } from '../asked.js'
import { filledBy, FILLED, toldBy } from '../contract-prefill.js'
import { labelOfField, valueInWords } from './said.js'

interface Of {
  readonly reader: Reader
  readonly from: ContractLength
}

export function FromContract({ reader, from }: Of) {
  const { words } = reader
  const { file, line } = from
  const known = filledBy(from)
  const facts = FILLED.flatMap((field) =>
    known[field] === undefined
      ? []
      : [words('terms.from.fact', { field, value: valueInWords(field, known[field], words) })],
  )
  return (
    <p class="terms-from">
      {words('terms.from.contract')} <ContractLink {...{ reader, from }} />:{' '}
      {words('terms.from.told', { facts: facts.join(', '), count: facts.length, file, line })}{' '}
      {words('terms.from.untold')}
    </p>
  )
}

export const ContractLink = ({ reader, from: { address, title, number } }: Of) => (
  <>
    <a class="ds-link" href={hrefIn(reader, `/contracts/${address}`)} lang={WRITTEN}>
      {title}
    </a>{' '}
    ({number})
  </>
)

/** Beside a field that the contract tells: that it does, or what it says where a person wrote otherwise. */
export function toldInWords(from: ContractLength | undefined, asked: Asked, field: Field, words: Words): string[] {
  const { is, known } = toldBy(from, asked, field)
  if (is === 'untold') return []
  return [words('terms.from.field', { is, value: valueInWords(field, known, words) })]
}

/** The fields that came with an address, in words, unless the contract is known to tell them. */
export const broughtAlong = (from: ContractLength | undefined, asked: Asked, words: Words) =>
  (Object.entries(asked.numbers) as [Field, number][])
    .filter(([field]) => toldBy(from, asked, field).is !== 'told')
    .map(([field, value]) => ({ label: labelOfField(field, words), value: valueInWords(field, value, words) }))
