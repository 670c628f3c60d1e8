/** Ways to build a contract beside each other: what is sure, what is lawful, what pays, and what would have to be true. */
import { ActionLink, Section, Table, Tag, Unknown, Why, type Reader } from '../../web/index.js'
import { justify } from '../justification.js'
import { NEEDED, type Reckoned } from '../reckoned.js'
import { LIMITED_BY, LONGER_CALL_OFF, type Cap } from '../rules/lawful.js'
import type { Compared, StructureKind } from '../rules/structures.js'
import { roughMoney, yearsInWords } from './said.js'

interface Shown {
  readonly reader: Reader
  readonly reckoned: Reckoned
  readonly cap: Cap
  readonly draft: string
}

export function Structures({ reader, reckoned, cap, draft }: Shown) {
  const { words } = reader
  const { compared } = reckoned
  const good = compared.filter(({ paysBack, lawful }) => paysBack && lawful === 'yes')
  const missing = (Object.keys(NEEDED) as StructureKind[]).filter(
    (kind) => !compared.some(({ structure }) => structure.kind === kind),
  )
  const named = (kinds: readonly StructureKind[]) =>
    kinds.map((kind) => words('terms.structure.name', { kind })).join('; ')
  return (
    <Section title={words('terms.compare.title')} lead={words('terms.compare.lead')} id="ways">
      <p>
        <strong>
          {words('terms.compare.best', {
            count: good.length,
            ways: named(good.map(({ structure }) => structure.kind)),
          })}
        </strong>
      </p>
      <Table
        caption={words('terms.compare.title')}
        captionHidden
        rows={compared}
        empty=""
        columns={[
          { label: words('terms.compare.way'), cell: (one) => <Way {...{ reader, cap, one }} /> },
          { label: words('terms.compare.sure'), cell: (one) => <Sure {...{ reader, one }} /> },
          { label: words('terms.compare.longest'), cell: (one) => <Longest {...{ reader, one }} /> },
          { label: words('terms.compare.leave'), cell: (one) => leaving(reader, one) },
          { label: words('terms.compare.pays'), kind: 'long', cell: (one) => <Pays {...{ reader, one }} /> },
        ]}
      />
      {reckoned.asked.numbers.ceiling !== undefined && reckoned.ceilingYears === undefined ? (
        <p>{words('terms.compare.ceilingAsked', { ceiling: roughMoney(reckoned.asked.numbers.ceiling, words) })}</p>
      ) : null}
      {missing.length > 0 ? <p>{words('terms.compare.missing', { ways: named(missing) })}</p> : null}
      <Draft {...{ reader, reckoned, cap, draft }} />
    </Section>
  )
}

/** Offered where the numbers carry it; elsewhere, why they do not. */
function Draft({ reader, reckoned, cap, draft }: Shown) {
  const { carries, because } = justify(reckoned, cap)
  if (carries !== 'yes') return <p>{reader.words.of(because)}</p>
  return (
    <p class="actions">
      <ActionLink href={draft} kind="secondary">
        {reader.words('terms.compare.draft')}
      </ActionLink>
    </p>
  )
}

interface One {
  readonly reader: Reader
  readonly one: Compared
}

const UNREAD = `${LONGER_CALL_OFF.source} ${LONGER_CALL_OFF.place}`

function Way({ reader, cap, one: { structure, because } }: One & { cap: Cap }) {
  const { words } = reader
  const { kind } = structure
  const hasUnread = LIMITED_BY[kind].includes(LONGER_CALL_OFF)
  const isFramework = kind === 'framework' || kind === 'longerFramework'
  const name = words('terms.structure.name', { kind })
  return (
    <>
      {name}
      <Why
        reader={reader}
        about={name}
        note={[
          ...because.map((message) => <p>{words.of(message)}</p>),
          ...(hasUnread ? [<p>{words('terms.compare.unread', { judgment: UNREAD })}</p>] : []),
        ]}
        sources={[...(isFramework ? cap.sources : []), ...LIMITED_BY[kind]]}
        confidence={hasUnread ? 'unverified' : undefined}
      />
      {hasUnread ? <span class="terms-note">{words('terms.compare.unverified', { judgment: UNREAD })}</span> : null}
    </>
  )
}

function Sure({ reader: { words }, one: { countsOnYears, ceilingEndsAfter } }: One) {
  return (
    <>
      {yearsInWords(Math.round(countsOnYears * 10) / 10, words)}
      {ceilingEndsAfter === undefined ? null : (
        <span class="terms-note"> {words('terms.compare.ceiling', { years: ceilingEndsAfter })}</span>
      )}
    </>
  )
}

function Longest({ reader, one: { structure, lawful } }: One) {
  const { words } = reader
  const { longestLawful: longest } = structure
  if (longest === 'unknown') return <Unknown reader={reader} known={words('terms.compare.unknown')} />
  if (longest === 'noLimit') return <>{words('terms.compare.noLimit')}</>
  return (
    <>
      {yearsInWords(longest, words)}
      {lawful === 'no' ? <span class="terms-note"> {words('terms.compare.tooLong')}</span> : null}
    </>
  )
}

const leaving = ({ words }: Reader, { mayLeaveAfter }: Compared): string =>
  mayLeaveAfter.length === 0 ? '–' : words('terms.compare.after', { years: mayLeaveAfter.join(', ') })

/** Yes with what is left over; no with what would have to be true. */
function Pays({ reader: { words }, one: { paysBack, npv, breakEvenInvestment: most } }: One) {
  if (paysBack)
    return (
      <>
        <Tag kind="published">{words('terms.compare.yes')}</Tag>{' '}
        {words('terms.compare.left', { money: roughMoney(npv, words) })}
      </>
    )
  return (
    <>
      <Tag>{words('terms.compare.no')}</Tag>{' '}
      {most === undefined ? null : words('terms.compare.needs', { most: roughMoney(most, words) })}
    </>
  )
}
