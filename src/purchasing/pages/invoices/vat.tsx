/** Whether an import's amounts include VAT: what is known, who said it, and for the operator to say where the file does not. */
import { instantInWords } from '../../../kit/day.js'
import { Button, Choices, Form, hrefIn, type Reader } from '../../../web/index.js'
import { mayBeSaid, VATS } from '../../vat.js'
import type { ImportRow } from '../imports.js'

export function VatOf({ reader, row }: { reader: Reader; row: ImportRow }) {
  const { words, language } = reader
  return (
    <>
      <p>{words('purchasing.imported.vatIs', { vat: row.vat })}</p>
      {row.vat_said_at ? (
        <p>{words('purchasing.invoices.vatSaid', { at: instantInWords(row.vat_said_at, language) })}</p>
      ) : null}
      {reader.reach === 'internal' && mayBeSaid(row) ? <SayVat reader={reader} row={row} /> : null}
    </>
  )
}

function SayVat({ reader, row }: { reader: Reader; row: ImportRow }) {
  const { words } = reader
  return (
    <Form action={hrefIn(reader, `/imports/${row.id}/vat`)}>
      <Choices
        reader={reader}
        name="vat"
        legend={words('purchasing.invoices.vatLegend')}
        choices={VATS.map((value) => ({ value, label: words('purchasing.waiting.vats', { vat: value }) }))}
        chosen={row.vat}
      />
      <Button kind="secondary">{words('purchasing.invoices.vatSave')}</Button>
    </Form>
  )
}
