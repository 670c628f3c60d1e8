/** Contracts: only where the figure says something about the supplier. Elsewhere one sentence, and no order. */
import { shareInWords } from '../../kit/money.js'
import { hrefIn, Section, Table, Written, type Reader } from '../../web/index.js'
import { figureAddress } from '../address.js'
import type { ByContract } from '../seen.js'
import { rangeInWords, weightInWords } from '../told.js'
import { Likely } from './likely.js'

interface ContractsProps {
  readonly reader: Reader
  readonly contracts: ByContract
  readonly year: number
}

export function Contracts({ reader, contracts, year }: ContractsProps) {
  const { words, language } = reader
  return (
    <Section title={words('impact.page.way', { by: 'contract' })} lead={words('impact.page.contractsLead')}>
      <Table
        caption={words('impact.page.way', { by: 'contract' })}
        captionHidden
        columns={[
          {
            label: words('impact.page.way', { by: 'contract' }),
            cell: ({ title, address }) => (
              <a class="ds-link" href={hrefIn(reader, `/contracts/${address}`)}>
                <Written>{title}</Written>
              </a>
            ),
          },
          {
            label: words('impact.page.median'),
            kind: 'number',
            cell: ({ sum, address }) => (
              <a class="ds-link" href={hrefIn(reader, figureAddress({ by: 'contract', year }, address))}>
                {weightInWords(sum.kgCo2e, words)} ({rangeInWords(sum, words)})
              </a>
            ),
          },
          {
            label: words('impact.page.quantity'),
            kind: 'number',
            cell: ({ byQuantity, known, unknown }) => shareInWords(byQuantity / (known + unknown), language),
          },
          {
            label: words('impact.page.top'),
            kind: 'number',
            cell: ({ top }) => <Likely reader={reader} top={top} />,
          },
        ]}
        rows={contracts.shown}
        empty={words('impact.page.contractsNone')}
      />
      {contracts.others > 0 ? <p>{words('impact.page.contractsOthers', { count: contracts.others })}</p> : null}
    </Section>
  )
}
