/** A text that an entry commits to: shown with what checks it, or that it was erased and why. */
import { instantInWords, type Instant } from '../../kit/day.js'
import { Button, Field, Form, hrefIn, Notice, Why, type Reader } from '../../web/index.js'
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

export function ToldText({ reader, number, told }: { reader: Reader; number: number; told: Told }) {
  const { words, language } = reader
  if (told.erased) {
    const { by, at, ground } = told.erased
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
      {reader.reach === 'internal' && told.text !== undefined ? (
        <Form action={hrefIn(reader, `/record/${number}/erasure`)} hidden={{ field: told.field }}>
          <Field
            reader={reader}
            kind="select"
            name="ground"
            label={words('record.told.ground')}
            options={GROUNDS.map((value) => ({ value, label: words(`record.ground.${value}`) }))}
            empty={false}
          />
          <Button kind="secondary">{words('record.told.erase')}</Button>
        </Form>
      ) : null}
    </>
  )
}
