/** A text that an entry commits to: shown with what checks it, or that it was erased and why. */
import { instantInWords, type Instant } from '../../kit/day.js'
import { Button, Disclosure, Field, Form, hrefIn, Notice, Why, type Reader } from '../../web/index.js'
import { GROUNDS } from '../commitment.js'
import { wordOr } from './naming.js'

/** One text that the entry commits to: still open, or erased. */
export interface Told {
  readonly field: string
  readonly commitment: string
  readonly text?: string
  readonly salt?: string
  readonly matches: boolean
  readonly erased?: { readonly by: number; readonly at: Instant; readonly ground: string }
}

interface ToldProps {
  readonly reader: Reader
  readonly number: number
  /** What the text is called, such as where something was read. */
  readonly label: string
  readonly told: Told
}

export function ToldText(props: ToldProps) {
  const { reader, label, told } = props
  return (
    <>
      <h3>{label}</h3>
      {told.erased ? <Erased reader={reader} {...told.erased} /> : <Open {...props} />}
    </>
  )
}

function Erased({ reader, by, at, ground }: { reader: Reader } & NonNullable<Told['erased']>) {
  const { words, language } = reader
  return (
    <Notice
      title={words('record.told.erased')}
      next={<a href={hrefIn(reader, `/record/${by}`)}>{words('record.told.why')}</a>}
    >
      {words('record.told.gone', {
        at: instantInWords(at, language),
        ground: wordOr(words, `record.ground.${ground}`, ground),
      })}
    </Notice>
  )
}

function Open({ reader, number, told }: ToldProps) {
  const { words } = reader
  return (
    <>
      <blockquote>{told.text ?? words('record.told.missing')}</blockquote>
      {told.text === undefined ? null : (
        <Why
          reader={reader}
          summary={words('record.told.how')}
          rows={[
            { label: words('record.told.commitment'), value: <code>{told.commitment}</code> },
            { label: words('record.told.salt'), value: <code>{told.salt}</code> },
            { label: words('record.told.matches'), value: words('record.yes', { value: told.matches ? 'yes' : 'no' }) },
          ]}
        />
      )}
      {reader.reach === 'internal' && told.text !== undefined ? <Erasing {...{ reader, number, told }} /> : null}
    </>
  )
}

/** For the operator alone. */
function Erasing({ reader, number, told }: Omit<ToldProps, 'label'>) {
  const { words } = reader
  return (
    <Disclosure summary={words('record.told.erase')}>
      <Form action={hrefIn(reader, `/record/${number}/erasure`)} hidden={{ field: told.field }}>
        <Field
          reader={reader}
          kind="select"
          name="ground"
          label={words('record.told.ground')}
          hint={words('record.told.erasing')}
          options={GROUNDS.map((value) => ({ value, label: words(`record.ground.${value}`) }))}
          empty={false}
        />
        <Button kind="danger">{words('record.told.erase')}</Button>
      </Form>
    </Disclosure>
  )
}
