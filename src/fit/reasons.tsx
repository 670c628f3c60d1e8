/** Why an opening is one: each reason a sentence that opens to what it was worked out from. */
import type { Child } from 'hono/jsx'
import { codeWithCheck, labelOf, type Code } from '../categories/index.js'
import { dayInWords } from '../kit/day.js'
import { hrefIn, Why, type Reader } from '../web/index.js'
import type { Because } from './opening.js'
import type { Fit, Opening } from './report.js'

interface Row {
  readonly label: string
  readonly value: Child
}
interface Of {
  readonly reader: Reader
  readonly fit: Fit
  readonly opening: Opening
}

export function Reasons(of: Of) {
  const { reader, opening } = of
  return (
    <ul class="fit-reasons">
      {opening.because.map((one) => (
        <li>
          <Why reader={reader} summary={reader.words.of(one)} rows={[...inputsOf(one, of), weightOf(one, reader)]} />
        </li>
      ))}
    </ul>
  )
}

const weightOf = (because: Because, { words }: Reader): Row => ({
  label: words('fit.why.weight'),
  value: words('fit.why.weighs', { weight: because.weight }),
})

function inputsOf(because: Because, { reader, fit, opening }: Of): Row[] {
  const { words } = reader
  const { procurement } = opening
  const place = words('purchasing.procurement.place', { file: procurement.file, line: procurement.line })
  const source = { label: words('fit.opening.source'), value: place }
  if (because.rule === 'category') return [...ofCategory(because, reader, fit, procurement.category as Code), source]
  if (because.rule === 'renewal') return ofRenewal(reader, opening)
  if (because.rule === 'sector')
    return [
      { label: words('fit.why.peopleWords'), value: fit.people.flatMap((one) => one.words).join(', ') },
      { label: words('fit.why.buyer'), value: procurement.buyerName },
    ]
  if (because.rule === 'breadth' || because.rule === 'words' || because.rule === 'meaning')
    return [{ label: words('fit.why.title'), value: <span lang="sv">{procurement.title}</span> }, source]
  return [source]
}

function ofCategory(because: Because, reader: Reader, fit: Fit, contract: Code): Row[] {
  const { words } = reader
  const confirmed = fit.confirmed.find(({ code }) => code === because.category)
  const rows = [{ label: words('fit.why.contractCategory'), value: <CategoryLink reader={reader} code={contract} /> }]
  if (!confirmed) return rows
  const led = confirmed.because.slice(0, 2).map(words.of).join(' ')
  return [
    ...rows,
    { label: words('fit.why.ideaCategory'), value: <CategoryLink reader={reader} code={confirmed.code} /> },
    { label: words('fit.why.ledThere'), value: led || words('fit.why.givenByYou') },
  ]
}

function ofRenewal({ words, language }: Reader, { contracts }: Opening): Row[] {
  return contracts.map((one) => ({
    label: words('fit.why.contract', { number: one.number }),
    value: `${one.endsOn ? dayInWords(one.endsOn, language) : words('kit.unknown')} (${words('purchasing.procurement.place', { file: one.file, line: one.line })})`,
  }))
}

export function CategoryLink({ reader, code }: { reader: Reader; code: Code }) {
  return (
    <>
      <a class="ds-link" href={hrefIn(reader, `/categories/${code}`)}>
        {labelOf(code, reader.language)}
      </a>{' '}
      ({codeWithCheck(code)})
    </>
  )
}
