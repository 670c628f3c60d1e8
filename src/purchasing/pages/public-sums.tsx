/** A file's sums as everyone may see them. */
import type { Currency } from '../../kit/money.js'
import { Section, Table, type Reader } from '../../web/index.js'
import type { PublicSum } from '../few.js'
import { BuyerLink, exactly, numberWritten } from './parts.js'

interface PublicSumsProps {
  readonly reader: Reader
  readonly sums: readonly PublicSum[]
  /** Names by number. */
  readonly buyers: ReadonlyMap<string, string>
}

export function PublicSums({ reader, sums, buyers }: PublicSumsProps) {
  const { words } = reader
  if (sums.length === 0) return null
  return (
    <Section title={words('purchasing.imports.sums')} lead={words('purchasing.invoices.fileSumsLead')}>
      <Table
        caption={words('purchasing.imports.sums')}
        captionHidden
        columns={[
          {
            label: words('purchasing.procurement.buyer'),
            cell: ({ buyer }: PublicSum) => {
              const name = buyers.get(buyer)
              return name === undefined ? (
                numberWritten(buyer)
              ) : (
                <BuyerLink reader={reader} number={buyer} name={name} />
              )
            },
          },
          {
            label: words('purchasing.imports.sum'),
            kind: 'number',
            cell: ({ amount, currency }: PublicSum) =>
              amount === undefined
                ? words('purchasing.invoices.tooFew')
                : exactly(reader, amount, currency as Currency),
          },
        ]}
        rows={sums}
        empty=""
      />
    </Section>
  )
}
