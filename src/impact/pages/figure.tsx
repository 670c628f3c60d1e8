/** One figure, opened: every amount and quantity that it is the sum of, with formula, factor, source and version; the largest first, by pages. */
import { moneyExactly } from '../../kit/money.js'
import { purchasesAddress } from '../../purchasing/index.js'
import {
  Figures,
  hrefIn,
  Notice,
  Page,
  Pagination,
  Section,
  Table,
  Why,
  Written,
  type Column,
  type Reader,
} from '../../web/index.js'
import type { Book } from '../acts/book.js'
import { climateAddress, figureAddress, type At } from '../address.js'
import { stepsOf, type Step } from '../opened.js'
import { categoryCalled } from '../naming.js'
import type { Selecting } from '../selecting.js'
import { restsOnQuantities, type Footing } from '../rules/portfolio.js'
import type { Named } from '../store/bought.js'
import { rangeInWords, weightInWords } from '../told.js'
import { Credits } from './credits.js'

export interface FigureProps {
  readonly reader: Reader
  readonly book: Book
  readonly buyer: Named | undefined
  readonly at: At
  /** The row's key; undefined for the whole. */
  readonly of: string | undefined
  readonly page: number
  readonly what: string
  readonly year: number
  readonly footing: Footing
  /** Which lines of a buyer's the row is of. */
  readonly selecting: Selecting
}

const ON_A_PAGE = 25

export function FigurePage(props: FigureProps) {
  const { reader, at, of, what, year, footing, book } = props
  const { words } = reader
  const steps = stepsOf(footing.entries, book.basis)
  const pages = Math.ceil(steps.length / ON_A_PAGE)
  const page = Math.min(pages, props.page)
  const rows = steps.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  const isAverage = at.by === 'contract' && !restsOnQuantities(footing)
  const [median, range] = [weightInWords(footing.sum.kgCo2e, words), rangeInWords(footing.sum, words)]
  return (
    <Page
      reader={reader}
      title={words('impact.figure.title', { what })}
      trail={[{ href: hrefIn(reader, climateAddress(at)), label: words('impact.page.title') }]}
      lead={`${isAverage ? `${words('impact.page.average')} ` : ''}${words('impact.figure.lead')}`}
      wide
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
      <Unverified {...{ reader, steps }} />
      <Section title={words('impact.figure.why')}>
        <Table caption={words('impact.figure.why')} captionHidden columns={columnsOf(props)} rows={rows} empty="" />
        <Pagination {...{ reader, page, pages }} href={(to) => hrefIn(reader, figureAddress(at, of, to))} />
      </Section>
      <Section title={words('impact.page.sources')}>
        <Credits reader={reader} book={book} entries={footing.entries} />
      </Section>
    </Page>
  )
}

/** What the figure rests on that is not verified, whichever page of its steps is shown: each once. */
function Unverified({ reader, steps }: { reader: Reader; steps: readonly Step[] }) {
  const { words } = reader
  const told = steps.flatMap(({ found }) => ('asked' in found ? [] : found.unverified.map(words.of)))
  if (told.length === 0) return null
  return (
    <Notice title={words('impact.figure.unverified')}>
      {[...new Set(told)].map((sentence) => (
        <p>{sentence}</p>
      ))}
    </Notice>
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
      note={[...[...found.because, ...found.unverified].map(words.of), stated].map((sentence) => (
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
