/** Three questions that officers ask, as cases to begin from. */
import { yearOf, type Day } from '../kit/day.js'

export const EXAMPLES = ['pilot', 'supplier', 'partnership'] as const
export type ExampleName = (typeof EXAMPLES)[number]

/** As the form would write it. */
export const exampleOf = (name: ExampleName, today: Day): Readonly<Record<string, string>> =>
  ({
    pilot: { subject: 'annexService', 'value.least': '300000', recurs: 'once', trial: 'undecided', has: 'nothing' },
    supplier: { subject: 'goods', 'value.least': '300000', has: 'contract', way: 'throughSupplier' },
    partnership: {
      ...{ subject: 'service', 'value.least': '12000000', recurs: 'once', trial: 'none', has: 'nothing' },
      ...{ neededBy: `${yearOf(today) + 1}-08-18`, way: 'innovationPartnership' },
    },
  })[name]

/** The partnership with the buyer's own times said, so that every kind of step is there to be seen. */
export const wholeExample = (today: Day): Readonly<Record<string, string>> => ({
  ...exampleOf('partnership', today),
  ...{ 'ownDays.selection': '10', 'ownDays.finalTenders': '45', 'ownDays.negotiation': '20' },
  ...{ 'ownDays.evaluation': '10', 'ownDays.decision': '5' },
  ...{ 'answers.notOnMarket': 'yes.officer', 'answers.developAndBuy': 'yes.officer' },
})
