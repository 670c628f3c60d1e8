/** One figure, opened: every amount and quantity that it is the sum of, with formula, factor, source and version. */
import { moneyExactly } from '../../kit/money.js'
import { purchasesAddress } from '../../purchasing/index.js'
import { Figures, hrefIn, Page, Section, Table, Why, Written, type Column, type Reader } from '../../web/index.js'
import type { Book } from '../acts/book.js'
import { climateAddress, type At } from '../address.js'
import { stepsOf, type Step } from '../opened.js'
import { categoryCalled } from '../naming.js'
import type { Selecting } from '../selecting.js'
import type { Footing } from '../rules/portfolio.js'
import type { Named } from '../store/bought.js'
import { rangeInWords, weightInWords } from '../told.js'
import { Credits } from './credits.js'

export interface FigureProps {
  readonly reader: Reader
  readonly book: Book
  readonly buyer: Named | undefined
  readonly at: At
  readonly what: string
  readonly year: number
  readonly footing: Footing
  /** Which lines of a buyer's the row is of. */
  readonly selecting: Selecting
}

export function FigurePage(props: FigureProps) {
  const { reader, at, what, year, footing, book } = props
  const { words } = reader
  const steps = stepsOf(footing.entries, book.basis)
  const [median, range] = [weightInWords(footing.sum.kgCo2e, words), rangeInWords(footing.sum, words)]
  return (
    <Page
      reader={reader}
      title={words('impact.figure.title', { what })}
      trail={[{ href: hrefIn(reader, climateAddress(at)), label: words('impact.page.title') }]}
      lead={words('impact.figure.lead')}
    >
      <Figures
        figures={[
          {
            label: words('impact.page.footprint', { year, part: 'most' }),
            value: median,
            detail: words('impact.page.likely', { range }),
          },
        ]}
      />
      <Section title={words('impact.figure.why')}>
        <Table caption={words('impact.figure.why')} captionHidden columns={columnsOf(props)} rows={steps} empty="" />
      </Section>
      <Section title={words('impact.page.sources')}>
        <Credits reader={reader} book={book} entries={footing.entries} />
      </Section>
    </Page>
  )
}

function columnsOf(props: FigureProps): Column<Step>[] {
  const { words } = props.reader
  return [
    {
      label: words('impact.figure.what'),
      cell: ({ article, category }) =>
        article === undefined ? categoryCalled(category, words) : <Written>{article}</Written>,
    },
    { label: words('impact.figure.basis'), kind: 'number', cell: (step) => <Basis {...props} step={step} /> },
    {
      label: words('impact.figure.kg'),
      kind: 'number',
      cell: ({ found }) =>
        'asked' in found
          ? words('impact.figure.unknown')
          : `${weightInWords(found.kgCo2e, words)} (${rangeInWords(found, words)})`,
    },
    { label: words('impact.figure.why'), kind: 'long', cell: ({ found }) => <Steps {...props} found={found} /> },
  ]
}

function Steps({ reader, book, found }: FigureProps & Pick<Step, 'found'>) {
  const { words } = reader
  if ('asked' in found) return <>{found.asked.map(words.of).join(' ')}</>
  const { id, database, version, region, year } = book.basis.factors.find((one) => one.id === found.factor)!
  const stated = words('impact.figure.factor', { factor: id, database, version, region, year })
  return (
    <Why
      reader={reader}
      summary={words('impact.figure.open')}
      note={[...found.because.map(words.of), stated].map((sentence) => (
        <p>{sentence}</p>
      ))}
      sources={found.sources}
    />
  )
}

/** The money leads to the lines that it is the sum of: each buyer's by itself, where several bought it. */
function Basis({ reader, book, selecting, year, step }: FigureProps & { readonly step: Step }) {
  const { words, language } = reader
  const { quantity, unit, category, amount, currency, byBuyer } = step
  const told = quantity === undefined ? undefined : words('impact.figure.kilograms', { quantity, unit: unit ?? 'kg' })
  const money = moneyExactly({ amount, currency }, language)
  const linesOf = (number: string) =>
    hrefIn(reader, purchasesAddress(number, { ...selecting, year: String(year), division: category ?? 'none' }))
  const bought = book.buyers.filter(({ id, number }) => number !== null && byBuyer.has(id))
  return (
    <>
      {told ?? money}
      {bought.map(({ name, number }) => (
        <>
          <br />
          <a class="ds-link" href={linesOf(number!)}>
            {words('impact.figure.linesOf', { buyer: name })}
          </a>
        </>
      ))}
    </>
  )
}
