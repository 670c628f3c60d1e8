/** The page: what is asked, the answer with its picture, the ways to build a contract, the buyer's side, what to find out. */
import type { ContractLength } from '../../purchasing/index.js'
import { Empty, ErrorSummary, Facts, hrefIn, LinkList, Page, Section, type Reader } from '../../web/index.js'
import type { Asked } from '../asked.js'
import type { Reckoned } from '../reckoned.js'
import type { Cap } from '../rules/lawful.js'
import { Answer, enoughInWords } from './answer.js'
import { BuyersSide } from './buyer.js'
import { Doubts } from './doubts.js'
import { TermsForm, wrongInWords } from './form.js'
import { broughtAlong } from './from-contract.js'
import { FindOut, RestsOn } from './rests.js'
import { Structures } from './structures.js'

interface PageProps {
  readonly reader: Reader
  readonly asked: Asked
  /** Undefined until enough is asked to reckon with. */
  readonly reckoned: Reckoned | undefined
  readonly cap: Cap
  /** The contract it was opened from. */
  readonly from: ContractLength | undefined
}

export function TermsPage({ reader, asked, reckoned, cap, from }: PageProps) {
  const { words } = reader
  const errors = asked.wrong.map((one) => ({ field: one.field, message: wrongInWords(one, words) }))
  return (
    <Page reader={reader} title={words('terms.page.title')} lead={words('terms.page.lead')} wide>
      <ErrorSummary reader={reader} errors={errors} />
      <TermsForm {...{ reader, asked, from }} />
      <p class="ds-sr-only" role="status" data-live-said></p>
      <div class="terms-answer" id="answer" data-said={reckoned ? enoughInWords(reckoned.enough, words) : ''}>
        <Doubts {...{ reader, asked }} />
        {reckoned ? <Whole {...{ reader, reckoned, cap, from }} /> : <Before {...{ reader, asked, from }} />}
        <Onward {...{ reader, reckoned }} />
      </div>
    </Page>
  )
}

type WholeProps = Pick<PageProps, 'reader' | 'cap' | 'from'> & { readonly reckoned: Reckoned }

function Whole({ reader, reckoned, cap, from }: WholeProps) {
  return (
    <>
      <Answer {...{ reader, reckoned }} />
      <Structures {...{ reader, reckoned, cap }} draft={withQuery(reader, '/terms/reasons')} />
      <BuyersSide {...{ reader, reckoned }} />
      <FindOut {...{ reader, reckoned }} />
      <RestsOn {...{ reader, reckoned, from }} />
    </>
  )
}

/** What came with the link stands in the folded part of the form, so it is told here too. */
function Before({ reader, asked, from }: Pick<PageProps, 'reader' | 'asked' | 'from'>) {
  const { words } = reader
  if (asked.wrong.length > 0) return null
  const filled = broughtAlong(from, asked, words)
  const example = Object.keys(asked.numbers).length === 0 ? <Example reader={reader} /> : undefined
  return (
    <>
      <Empty title={words('terms.page.beforeTitle')} next={example}>
        {words('terms.page.before')}
      </Empty>
      {filled.length > 0 ? (
        <Section title={words('terms.page.filled')}>
          <Facts facts={filled} />
        </Section>
      ) : null}
    </>
  )
}

const Example = ({ reader }: { reader: Reader }) => (
  <a class="ds-link" href={hrefIn(reader, EXAMPLE)}>
    {reader.words('terms.page.example')}
  </a>
)

/** The case of docs/method/term.md, section 9. */
const EXAMPLE = '/terms?investment=4000000&cashflow=1200000&rate=6.5'

function Onward({ reader, reckoned }: Pick<PageProps, 'reader' | 'reckoned'>) {
  const { words } = reader
  const links = [
    { href: hrefIn(reader, '/terms/contracts'), label: words('terms.page.lengths') },
    ...(reckoned ? [{ href: withQuery(reader, '/terms.json'), label: words('terms.page.json') }] : []),
  ]
  return <LinkList links={links} />
}

/** Another address that answers the same question. */
const withQuery = (reader: Reader, path: string): string => {
  const query = reader.path.split('?')[1]
  return hrefIn(reader, query ? `${path}?${query}` : path)
}
