/** What the words found: each noun with its best and why, the way to all of them; or all of one noun, a page at a time. */
import { isCode, labelOf, type Code } from '../../categories/index.js'
import type { Message } from '../../kit/words/index.js'
import { Empty, hrefIn, Page, Pagination, Search, Section, Written, WRITTEN, type Reader } from '../../web/index.js'
import { addressed, pagesOf, type AskedOfList } from '../asked.js'
import { isMarked, marked, type Piece } from '../finding/marks.js'
import { type Noun } from '../finding/nouns.js'
import type { Category, Sought } from '../finding/sought.js'
import type { Hit, How } from '../store/finding.js'
import { counted, numberWritten } from './parts.js'

export interface Found extends Omit<Hit, 'found'> {
  /** Of a category: which word led there. */
  readonly because?: Message | undefined
}
export interface Group {
  readonly noun: Noun
  readonly how: How
  /** The best first. */
  readonly hits: readonly Found[]
  /** How many there are in all. */
  readonly found: number
}
export interface FindingProps {
  readonly reader: Reader
  readonly asked: AskedOfList
  readonly sought: Sought
  /** All of this noun is shown, a page at a time; undefined where the best of each is. */
  readonly only: Noun | undefined
  readonly groups: readonly Group[]
}

export function FindingPage(props: FindingProps) {
  const { reader, asked, only, groups } = props
  const { words } = reader
  const found = groups.filter((group) => group.found > 0)
  return (
    <Page
      reader={reader}
      title={
        only ? words('purchasing.finding.allTitle', { noun: nameOf(reader, only) }) : words('purchasing.finding.title')
      }
      lead={words('purchasing.finding.lead', { reach: reader.reach })}
      trail={only ? [{ href: searchIn(reader, asked.words), label: words('purchasing.finding.title') }] : undefined}
      wide
    >
      <Search
        reader={reader}
        action={hrefIn(reader, '/search')}
        label={words('purchasing.finding.label')}
        hint={words('purchasing.finding.hint')}
        value={asked.words}
      />
      {found.length > 1 ? <Counts {...props} groups={found} /> : null}
      {found.map((group) => (
        <Nouns {...props} group={group} />
      ))}
      {found.length === 0 ? <Nothing {...props} /> : null}
      {only ? (
        <Pagination
          reader={reader}
          page={asked.page}
          pages={pagesOf(groups[0]?.found ?? 0)}
          href={(page) => searchIn(reader, asked.words, only, page)}
        />
      ) : null}
    </Page>
  )
}

const nameOf = ({ words }: Reader, noun: Noun): string => words(`purchasing.finding.noun.${noun}`)
const searchIn = (reader: Reader, q: string, noun?: Noun, page = 1): string =>
  hrefIn(reader, addressed('/search', { q, in: noun, page: page === 1 ? undefined : page }))

/** Where on the page each noun stands, and how many there are of it. */
function Counts({ reader, groups }: FindingProps) {
  return (
    <nav class="found-counts" aria-label={reader.words('purchasing.finding.counts')}>
      <ul>
        {groups.map(({ noun, found }) => (
          <li>
            <a class="ds-link" href={`#${noun}`}>
              {reader.words('purchasing.finding.count', { noun: nameOf(reader, noun), count: counted(reader, found) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface NounsProps extends FindingProps {
  readonly group: Group
}

function Nouns({ reader, asked, sought, only, group }: NounsProps) {
  const { noun, how, hits, found } = group
  const { words } = reader
  return (
    <div id={noun}>
      <Section title={words('purchasing.finding.group', { noun: nameOf(reader, noun), count: found })}>
        {how === 'likest' ? <p>{words('purchasing.finding.likest')}</p> : null}
        <ul class="found">
          {hits.map((hit) => (
            <li>
              <One reader={reader} sought={sought} how={how} noun={noun} hit={hit} />
            </li>
          ))}
        </ul>
        {only || found <= hits.length ? null : (
          <p>
            <a class="ds-link" href={searchIn(reader, asked.words, noun)}>
              {words('purchasing.finding.all', {
                noun: nameOf(reader, noun).toLocaleLowerCase(reader.language),
                count: found,
              })}
            </a>
          </p>
        )}
      </Section>
    </div>
  )
}

interface OneProps {
  readonly reader: Reader
  readonly sought: Sought
  readonly how: How
  readonly noun: Noun
  readonly hit: Found
}

function One(props: OneProps) {
  const { reader, sought, how, noun, hit } = props
  const lang = noun === 'categories' ? undefined : WRITTEN
  const title = marked(hit.title, sought, how === 'likest')
  return (
    <>
      <a class="ds-link" href={hrefIn(reader, hit.address)} lang={lang}>
        <Marked pieces={title} />
      </a>
      <span class="cell-detail">
        <Detail {...props} isTitleMarked={isMarked(title)} />
      </span>
    </>
  )
}

const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isMarked: is }) => (is ? <mark>{text}</mark> : text))}</>
)

/** Number and buyer; then what was met where the title does not show it: a supplier's name, or what it is about. */
function Detail({ reader, sought, how, hit, isTitleMarked }: OneProps & { isTitleMarked: boolean }) {
  const { words } = reader
  const about = isTitleMarked || hit.supplier ? undefined : categoryMet(sought, hit.category)
  const parts = [
    hit.number ? <Marked pieces={marked(numberWritten(hit.number), sought, false)} /> : null,
    hit.buyerName ? <Written>{hit.buyerName}</Written> : null,
    hit.supplier ? (
      <>
        {words('purchasing.finding.supplier')}{' '}
        <Written>
          <Marked pieces={marked(hit.supplier, sought, how === 'likest')} />
        </Written>
      </>
    ) : null,
    about ? words('purchasing.finding.about', { category: labelOf(about, reader.language) }) : null,
    hit.because ? words.of(hit.because) : null,
  ].filter((part) => part !== null)
  return <>{parts.map((part, at) => [at > 0 ? ' · ' : '', part])}</>
}

/** The row's own category, where it lies within one that the words lead to. */
function categoryMet({ words, categories }: Sought, category: string | null): Code | undefined {
  const isWithin = ({ digits }: Category) => category?.startsWith(digits) ?? false
  const met = [...words.flatMap((word) => word.categories), ...categories].some(isWithin)
  return met && category && isCode(category) ? category : undefined
}

/** Nothing asked for yet, or nothing found: what one can try. */
function Nothing({ reader, asked, sought, only }: FindingProps) {
  const { words } = reader
  if (asked.words === '') return <Empty>{words('purchasing.finding.ask', { reach: reader.reach })}</Empty>
  if (sought.words.length === 0) return <Empty>{words('purchasing.finding.silent')}</Empty>
  return (
    <Empty>
      <p>{words('purchasing.finding.none', { words: asked.words, reach: reader.reach })}</p>
      <ul>
        <li>{words('purchasing.finding.tryFewer')}</li>
        <li>{words('purchasing.finding.tryOther')}</li>
        <li>
          <a class="ds-link" href={hrefIn(reader, '/categories')}>
            {words('purchasing.finding.tryCategories')}
          </a>
        </li>
        {only ? (
          <li>
            <a class="ds-link" href={searchIn(reader, asked.words)}>
              {words('purchasing.finding.tryAll')}
            </a>
          </li>
        ) : null}
      </ul>
    </Empty>
  )
}
