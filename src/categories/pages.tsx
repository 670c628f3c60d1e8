/** The CPV tree as pages: the divisions, a search, and one category in its place. */
import { dayInWords, type Day } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import {
  hrefIn,
  LinkList,
  otherLanguage,
  Page,
  Search,
  Section,
  Table,
  Written,
  WRITTEN,
  type ListedLink,
  type Reader,
} from '../web/index.js'
import { ancestors, categoryOf, codeWithCheck, divisions, labelOf, type Category, type Code } from './cpv.js'
import type { Found } from './search.js'

/** What another module tells of a category: a contract that was procured in it. */
export interface ProcuredRow {
  readonly title: string
  readonly href: string
  readonly buyer: string
  readonly on: Day | null
}

/** Given by the one who mounts these pages, since categories know no contracts. Newest first. */
export type ProcuredIn = (db: Database, reader: Reader, digits: string) => Promise<readonly ProcuredRow[]>

const linkOf = (reader: Reader, code: Code, detail = ''): ListedLink => ({
  href: hrefIn(reader, `/categories/${code}`),
  label: labelOf(code, reader.language),
  detail: detail || codeWithCheck(code),
})

export function CategoriesPage({ reader }: { reader: Reader }) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('categories.page.title')} lead={words('categories.page.lead')} wide>
      <SearchBox reader={reader} />
      {(['goods', 'works', 'services'] as const).map((kind) => (
        <Section title={words(`categories.page.${kind}`)}>
          <div class="category-columns">
            <LinkList
              links={divisions()
                .filter(({ code }) => kindOf(code) === kind)
                .map(({ code, children }) =>
                  linkOf(
                    reader,
                    code,
                    words('categories.page.groups', { code: code.slice(0, 2), count: children.length }),
                  ),
                )}
            />
          </div>
        </Section>
      ))}
    </Page>
  )
}

/** Regulation 2195/2002, annex I: divisions up to 44 and 48 are supplies, 45 works, the others services. */
function kindOf(division: Code): 'goods' | 'works' | 'services' {
  if (division < '45' || division.startsWith('48')) return 'goods'
  return division.startsWith('45') ? 'works' : 'services'
}

export function SearchPage({ reader, query, found }: { reader: Reader; query: string; found: readonly Found[] }) {
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('categories.search.title', { query })}
      trail={[{ href: hrefIn(reader, '/categories'), label: words('categories.page.title') }]}
      wide
    >
      <SearchBox reader={reader} query={query} />
      <Section title={words('categories.search.found', { count: found.length })}>
        {found.length === 0 && <p>{words('categories.search.none')}</p>}
        <LinkList
          links={found.map(({ category: { code }, because }) =>
            linkOf(reader, code, [codeWithCheck(code), because && words.of(because)].filter(Boolean).join('. ')),
          )}
        />
      </Section>
    </Page>
  )
}

function SearchBox({ reader, query }: { reader: Reader; query?: string }) {
  return (
    <Search
      reader={reader}
      action={hrefIn(reader, '/categories')}
      label={reader.words('categories.search.label')}
      hint={reader.words('categories.search.hint')}
      value={query}
    />
  )
}

interface CategoryProps {
  readonly reader: Reader
  readonly code: Code
  /** Undefined where nobody told what is procured. */
  readonly procured: readonly ProcuredRow[] | undefined
}

export function CategoryPage({ reader, code, procured }: CategoryProps) {
  const { words } = reader
  const { children, level, parent } = categoryOf(code)
  const trail = [
    { href: hrefIn(reader, '/categories'), label: words('categories.page.title') },
    ...ancestors(code).map((above) => linkOf(reader, above)),
  ]
  const beside = parent ? categoryOf(parent).children.filter((one) => one !== code) : []
  return (
    <Page
      reader={reader}
      title={labelOf(code, reader.language)}
      lead={<Lead reader={reader} code={code} level={level} />}
      trail={trail}
      wide
    >
      {procured && <Procured reader={reader} rows={procured} />}
      {children.length > 0 && (
        <Section title={words('categories.page.within')}>
          <LinkList links={children.map((one) => linkOf(reader, one))} />
        </Section>
      )}
      {beside.length > 0 && (
        <Section title={words('categories.page.beside')}>
          <LinkList links={beside.map((one) => linkOf(reader, one))} />
        </Section>
      )}
    </Page>
  )
}

/** The label in the other language is marked as being in it. */
function Lead({ reader, code, level }: { reader: Reader; code: Code; level: Category['level'] }) {
  const other = otherLanguage(reader.language)
  const label = labelOf(code, other)
  const sentence = reader.words('categories.page.about', { level, code: codeWithCheck(code), other: label })
  const at = sentence.lastIndexOf(label)
  return (
    <>
      {sentence.slice(0, at)}
      <span lang={other}>{label}</span>
      {sentence.slice(at + label.length)}
    </>
  )
}

const MOST_ROWS = 25

function Procured({ reader, rows }: { reader: Reader; rows: readonly ProcuredRow[] }) {
  const { words, language } = reader
  return (
    <Section
      title={words('categories.procured.title')}
      lead={words('categories.procured.lead', { reach: reader.reach })}
    >
      <Table
        caption={words('categories.procured.title')}
        captionHidden
        columns={[
          {
            label: words('categories.procured.procurement'),
            cell: (row: ProcuredRow) => (
              <a class="ds-link" href={row.href} lang={WRITTEN}>
                {row.title}
              </a>
            ),
          },
          { label: words('categories.procured.buyer'), cell: (row: ProcuredRow) => <Written>{row.buyer}</Written> },
          {
            label: words('categories.procured.on'),
            kind: 'day',
            cell: (row: ProcuredRow) => (row.on ? dayInWords(row.on, language) : words('kit.unknown')),
          },
        ]}
        rows={rows.slice(0, MOST_ROWS)}
        empty={words('categories.procured.none')}
      />
      {rows.length > MOST_ROWS && <p>{words('categories.procured.more', { count: MOST_ROWS })}</p>}
    </Section>
  )
}
