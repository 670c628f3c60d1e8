/** A year, a number and where they were found: what anyone who enters a figure is asked for. */
import { Field, type Reader } from '../../web/index.js'

interface WrittenFieldsProps {
  readonly reader: Reader
  readonly year: number
  /** What was sent and refused. */
  readonly sent: Readonly<Record<string, string>> | undefined
}

export const LONGEST = 200

export function WrittenFields({ reader, year, sent }: WrittenFieldsProps) {
  const { words } = reader
  const value = (name: string) => sent?.[name]
  return (
    <>
      <Field
        reader={reader}
        name="year"
        label={words('impact.official.year')}
        inputmode="numeric"
        width="short"
        value={value('year') ?? String(year)}
      />
      <Field
        reader={reader}
        name="value"
        label={words('impact.official.value')}
        inputmode="decimal"
        width="short"
        value={value('value')}
      />
      <Field
        reader={reader}
        name="source"
        label={words('impact.official.source')}
        limit={LONGEST}
        value={value('source')}
      />
      <Field reader={reader} name="url" kind="url" optional label={words('impact.official.url')} value={value('url')} />
    </>
  )
}
