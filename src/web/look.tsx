/** /_look: every component with its examples, in both languages; also what the tests draw. */
import { LANGUAGES, wordsFor } from '../kit/words/index.js'
import { bars } from './charts/bars/examples.js'
import { calendar } from './charts/calendar/examples.js'
import { crossing } from './charts/crossing/examples.js'
import { sharesExamples } from './charts/shares/examples.js'
import { spans } from './charts/spans/examples.js'
import { timeline } from './charts/timeline/examples.js'
import { treemap } from './charts/treemap/examples.js'
import { breadcrumb } from './components/breadcrumb/examples.js'
import { button } from './components/button/examples.js'
import { choices } from './components/choices/examples.js'
import { confirm } from './components/confirm/examples.js'
import { disclosure } from './components/disclosure/examples.js'
import { empty } from './components/empty/examples.js'
import { errorSummary } from './components/error-summary/examples.js'
import { facts } from './components/facts/examples.js'
import { field } from './components/field/examples.js'
import { figures } from './components/figures/examples.js'
import { form } from './components/form/examples.js'
import { linkList } from './components/link-list/examples.js'
import { notice } from './components/notice/examples.js'
import { pagination } from './components/pagination/examples.js'
import { range } from './components/range/examples.js'
import { search } from './components/search/examples.js'
import { section } from './components/section/examples.js'
import { sources } from './components/sources/examples.js'
import { steps } from './components/steps/examples.js'
import { switchExamples } from './components/switch/examples.js'
import { table } from './components/table/examples.js'
import { tag } from './components/tag/examples.js'
import { unknown } from './components/unknown/examples.js'
import { written } from './components/written/examples.js'
import { why } from './components/why/examples.js'
import type { Example, Examples } from './examples.js'
import { Page } from './layout.js'
import type { Reader } from './reader.js'

export const LOOK: readonly Examples[] = [
  figures,
  why,
  written,
  range,
  unknown,
  treemap,
  timeline,
  calendar,
  bars,
  sharesExamples,
  crossing,
  spans,
  table,
  facts,
  field,
  choices,
  errorSummary,
  form,
  search,
  confirm,
  button,
  notice,
  tag,
  steps,
  sources,
  linkList,
  switchExamples,
  section,
  disclosure,
  empty,
  pagination,
  breadcrumb,
]

export function LookPage({ reader }: { reader: Reader }) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('web.look.title')} lead={words('web.look.lead')} wide>
      {LOOK.map(({ name, examples }) => (
        <section class="section look">
          <h2>{name}</h2>
          {examples.map((example) => (
            <LookExample example={example} />
          ))}
        </section>
      ))}
    </Page>
  )
}

function LookExample({ example: { name, show } }: { example: Example }) {
  return (
    <>
      <h3>{name}</h3>
      {LANGUAGES.map((language) => (
        <div class="look-example" lang={language}>
          {show({ language, words: wordsFor(language) })}
        </div>
      ))}
    </>
  )
}
