/** The draft of the reasons for a longer framework agreement: the case's numbers filled in, blanks for a person. */
import type { ContractLength } from '../../purchasing/index.js'
import { Facts, hrefIn, Notice, Page, Section, Sources, type Reader } from '../../web/index.js'
import type { Justification } from '../justification.js'
import { GREATEST_QUANTITY, RECITAL_62, type Cap } from '../rules/lawful.js'
import { ContractLink } from './from-contract.js'

interface DraftProps {
  readonly reader: Reader
  readonly justification: Justification
  readonly cap: Cap
  readonly query: string
  /** The running contract that the next one follows. */
  readonly from: ContractLength | undefined
}

export function DraftPage({ reader, justification, cap, query, from }: DraftProps) {
  const { words } = reader
  const back = { href: hrefIn(reader, `/terms${query}`), label: words('terms.draft.back') }
  return (
    <Page reader={reader} title={words('terms.draft.title')} lead={words('terms.draft.lead')} trail={[back]}>
      {justification.carries === 'yes' ? (
        <Draft {...{ reader, justification, cap, from }} />
      ) : (
        <Notice
          kind="refusal"
          title={words('terms.draft.refused')}
          next={
            <a class="ds-link" href={back.href}>
              {back.label}
            </a>
          }
        >
          <p>{words.of(justification.because)}</p>
        </Notice>
      )}
    </Page>
  )
}

function Draft({ reader, justification, cap, from }: Omit<DraftProps, 'query'>) {
  const { words } = reader
  return (
    <article class="section">
      <Facts
        facts={[
          ...(from ? [{ label: words('terms.draft.follows'), value: <ContractLink {...{ reader, from }} /> }] : []),
          ...(['subject', 'number', 'date', 'officer'] as const).map((name) => ({
            label: words(`terms.draft.${name}`),
            value: <Blank reader={reader} />,
          })),
        ]}
      />
      <p>
        <strong>{words.of(justification.because)}</strong>
      </p>
      <Section title={words('terms.draft.law')}>
        <p>{words('terms.draft.lawText', { cap: cap.years })}</p>
      </Section>
      <Section title={words('terms.draft.need')}>
        <Filled reader={reader} before={words('terms.draft.needText')} />
        <Filled reader={reader} before={words('terms.draft.needText2')} isLong />
        <Filled reader={reader} before={words('terms.draft.needText3')} isLong />
      </Section>
      <Section title={words('terms.draft.market')}>
        <p>
          {words('terms.draft.marketText')} <Blank reader={reader} /> {words('terms.draft.marketText2')}{' '}
          <Blank reader={reader} /> {words('terms.draft.marketText3')}
        </p>
        {justification.figures.map((figure) => (
          <p>{words.of(figure)}</p>
        ))}
      </Section>
      <Section title={words('terms.draft.proportion')}>
        <Filled reader={reader} before={words('terms.draft.proportionText')} isLong />
        <Filled reader={reader} before={words('terms.draft.proportionText2')} isLong />
      </Section>
      <Section title={words('terms.draft.ceiling')}>
        <Filled reader={reader} before={words('terms.draft.ceilingText')} />
      </Section>
      <Facts facts={[{ label: words('terms.draft.signed'), value: <Blank reader={reader} /> }]} />
      <Sources
        reader={reader}
        title={words('terms.draft.sources')}
        sources={[...cap.sources, RECITAL_62, GREATEST_QUANTITY]}
      />
    </article>
  )
}

interface FilledProps {
  readonly reader: Reader
  readonly before: string
  readonly isLong?: boolean
}

/** A sentence that a person ends. */
function Filled({ reader, before, isLong = false }: FilledProps) {
  return (
    <p>
      {before} <Blank reader={reader} isLong={isLong} />
    </p>
  )
}

/** A line to write on; those who hear the page are told that something is missing there. */
function Blank({ reader, isLong = false }: { reader: Reader; isLong?: boolean }) {
  return (
    <span class={isLong ? 'blank blank-long' : 'blank'}>
      <span class="ds-sr-only">{reader.words('terms.draft.blank')}</span>
    </span>
  )
}
