/** Why an opening is one: each reason a sentence that opens to what it was worked out from. */
import type { Child } from 'hono/jsx'
import { codeWithCheck, labelOf, type Code } from '../categories/index.js'
import { dayInWords } from '../kit/day.js'
import { hrefIn, type Reader, Why, Written } from '../web/index.js'
import type { Because } from './opening.js'
import { PlaceLink } from './place-link.js'
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
  const source = { label: words('fit.opening.source'), value: <PlaceLink reader={reader} place={procurement} /> }
  if (because.rule === 'category') return [...ofCategory(because, reader, fit, procurement.category as Code), source]
  if (because.rule === 'renewal') return ofRenewal(reader, opening)
  if (because.rule === 'sector')
    return [
      { label: words('fit.why.peopleWords'), value: fit.people.flatMap((one) => one.words).join(', ') },
      { label: words('fit.why.buyer'), value: procurement.buyerName },
    ]
  if (because.rule === 'breadth' || because.rule === 'words' || because.rule === 'meaning')
    return [{ label: words('fit.why.title'), value: <Written>{procurement.title}</Written> }, source]
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

function ofRenewal(reader: Reader, { contracts }: Opening): Row[] {
  const { words, language } = reader
  return contracts.map((one) => ({
    label: words('fit.why.contract', { number: one.number }),
    value: (
      <>
        {one.endsOn ? dayInWords(one.endsOn, language) : words('kit.unknown')} (
        <PlaceLink reader={reader} place={one} />)
      </>
    ),
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
