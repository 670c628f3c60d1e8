/** The renewals in the reader's words as days of a calendar. */
import { calendarDay } from '../../kit/calendar-file.js'
import type { Day } from '../../kit/day.js'
import { hrefIn, type Reader } from '../../web/index.js'
import { chainBought, type Step } from '../renewal.js'
import type { ContractAhead } from '../store/renewals.js'
import { becauseInWords, stepInWords } from './renewal-words.js'

/** Each day of a contract's renewal that is ahead; `origin` is the site's own: 'https://fairlane.example'. */
export const contractDays = (reader: Reader, origin: string, contract: ContractAhead, today: Day): string =>
  chainBought(contract, today)
    .steps.filter(({ on }) => on >= today)
    .map((step) => dayOf(reader, origin, contract, step))
    .join('')

function dayOf(reader: Reader, origin: string, contract: ContractAhead, step: Step): string {
  const { words } = reader
  const { address, title, number, buyerName: buyer, toldAt } = contract
  const url = `${origin}${hrefIn(reader, `/contracts/${address}`)}`
  const which = [step.kind, step.option].filter((part) => part !== undefined).join('-')
  const event = {
    uid: `${address}-${which}@fairlane`,
    on: step.on,
    summary: words('purchasing.renewal.event', { step: stepInWords(reader, step), title }),
    description: words('purchasing.renewal.eventAbout', {
      because: becauseInWords(reader, step),
      number,
      buyer,
      link: url,
    }),
    url,
  }
  return calendarDay(event, toldAt)
}
