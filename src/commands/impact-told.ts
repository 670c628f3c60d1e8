/** What `fairlane impact` tells, whether the command or the server that has the folder works it out. */
import { climateJson, rangeInWords, rowCalled, weightInWords, type Climate } from '../impact/index.js'
import { shareInWords } from '../kit/money.js'
import type { Words } from '../kit/words/index.js'

export interface ImpactTold {
  readonly json: ReturnType<typeof climateJson>
  readonly lines: readonly string[]
}

export function impactTold(climate: Climate, words: Words): ImpactTold {
  const { seeing, seen, buyer, book, contracts } = climate
  const { sum, known, unknown, byQuantity } = seeing.whole
  const share = (amount: number) => shareInWords(known + unknown > 0 ? amount / (known + unknown) : 0, words.language)
  const title = buyer?.name ?? words('impact.page.all')
  const { by } = seen
  const rows =
    by === 'contract'
      ? (contracts?.shown ?? []).map((row) => ({ ...row, name: row.title }))
      : seeing.rows.map((row) => ({ ...row, name: rowCalled(by, row.key, book, words).name }))
  return {
    json: climateJson(climate, words),
    lines: [
      words('impact.command.head', {
        title,
        year: seen.year,
        median: weightInWords(sum.kgCo2e, words),
        range: rangeInWords(sum, words),
      }),
      words('impact.command.covered', { share: share(known), quantity: share(byQuantity) }),
      ...rows.map((row) => rowLine(row, words)),
      ...(contracts ? [words('impact.page.contractsOthers', { count: contracts.others })] : []),
    ],
  }
}

type Row = Climate['seeing']['rows'][number] & { readonly name: string }

const rowLine = ({ name, sum, entries }: Row, words: Words): string =>
  entries.some(({ part }) => part)
    ? words('impact.command.row', { median: weightInWords(sum.kgCo2e, words), range: rangeInWords(sum, words), name })
    : words('impact.command.unknown', { name })
