/** Who outside watches the record, how far each has signed for it, and which records are watched from here. */
import { instantInWords } from '../../kit/day.js'
import { Notice, Section, Table, type Reader } from '../../web/index.js'
import { nameIn } from '../note.js'
import type { WitnessedRow, WitnessRow } from '../store.js'

interface WitnessesProps {
  readonly reader: Reader
  readonly witnesses: readonly WitnessRow[]
  readonly watched: readonly WitnessedRow[]
  /** How many entries are signed. */
  readonly signed: number
}

export function Witnesses({ reader, witnesses, watched, signed }: WitnessesProps) {
  const { words } = reader
  const behind = witnesses.find((one) => one.problem === 'behind')
  return (
    <>
      <Section title={words('record.witness.title')} lead={words('record.witness.lead')}>
        {behind ? (
          <Notice title={nameIn(behind.vkey)}>
            {words('record.witness.problem', { problem: 'behind', known: behind.known_size ?? 0 })}
          </Notice>
        ) : null}
        {witnesses.length === 0 ? (
          <p>{words('record.witness.nobody')}</p>
        ) : (
          <Asked {...{ reader, witnesses, signed }} />
        )}
      </Section>
      {watched.length === 0 ? null : <Watched {...{ reader, watched }} />}
    </>
  )
}

const sizeIn = ({ words }: Reader, size: number, of: number): string =>
  size > 0 && size === of ? words('record.witness.all') : words('record.witness.untilSize', { size })

function Asked({ reader, witnesses, signed }: Omit<WitnessesProps, 'watched'>) {
  const { words, language } = reader
  const stands = ({ problem, known_size, size }: WitnessRow): string =>
    problem
      ? words('record.witness.problem', { problem, known: known_size ?? 0 })
      : words(size === signed ? 'record.witness.fine' : 'record.witness.waiting')
  return (
    <Table
      caption={words('record.witness.title')}
      captionHidden
      rows={witnesses}
      empty=""
      columns={[
        { label: words('record.witness.name'), cell: ({ vkey }) => nameIn(vkey) },
        { label: words('record.witness.until'), cell: ({ size }) => sizeIn(reader, size, signed) },
        {
          label: words('record.witness.when'),
          kind: 'day',
          cell: ({ cosigned_at: at }) => (at ? instantInWords(at, language) : ''),
        },
        { label: words('record.witness.now'), cell: stands },
      ]}
    />
  )
}

function Watched({ reader, watched }: Pick<WitnessesProps, 'reader' | 'watched'>) {
  const { words, language } = reader
  return (
    <Section title={words('record.witness.others')} lead={words('record.witness.othersLead')}>
      <Table
        caption={words('record.witness.others')}
        captionHidden
        rows={watched}
        empty=""
        columns={[
          { label: words('record.witness.record'), cell: ({ origin }) => origin },
          { label: words('record.witness.until'), cell: ({ size }) => words('record.witness.untilSize', { size }) },
          {
            label: words('record.witness.when'),
            kind: 'day',
            cell: ({ cosigned_at: at }) => (at ? instantInWords(at, language) : ''),
          },
        ]}
      />
    </Section>
  )
}
