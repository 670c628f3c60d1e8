/** Stages that several routes share, with the reductions of each. Reductions do not add up: the shortest holds. */
import { say } from '../../../kit/words/index.js'
import { local, statutory, type Stage } from '../calendar.js'
import type { Case } from '../case.js'
import { directive } from '../cites.js'
import { asked, says, type Reason } from '../reason.js'
import type { Note } from './route.js'

export const openTenders = (c: Case): Stage =>
  statutory(
    says(c, 'urgent') === 'yes'
      ? 'openTendersUrgent'
      : says(c, 'announced') === 'yes'
        ? 'openTendersAnnounced'
        : c.electronic
          ? 'openTendersElectronic'
          : 'openTenders',
  )

/** Tenders of those who were chosen to tender: restricted and negotiated procedures. */
export const invitedTenders = (c: Case): Stage =>
  statutory(
    says(c, 'urgent') === 'yes'
      ? 'tendersUrgent'
      : says(c, 'announced') === 'yes'
        ? 'tendersAnnounced'
        : c.electronic
          ? 'tendersElectronic'
          : 'tenders',
  )

/** Evaluation and decision are the buyer's own; then standstill, counted from the day the decision is sent. */
export const award = (c: Case): Stage[] => [
  local('evaluation'),
  local('decision'),
  statutory(c.electronic ? 'standstillElectronic' : 'standstillOther'),
]

/** What would shorten it, where it is not used already. */
export const shortenings = (c: Case): Note[] => [
  ...(says(c, 'announced') === 'yes'
    ? []
    : [
        {
          because: say('law.quicker.announce'),
          cites: [directive('art. 27(2)', 'read'), directive('art. 28(3)', 'read')],
        },
      ]),
  ...(says(c, 'urgent') === 'yes'
    ? []
    : [{ because: say('law.quicker.urgency'), cites: [directive('art. 27(3)', 'read'), directive('art. 28(6)')] }]),
  ...(c.electronic ? [] : [{ because: say('law.quicker.electronic'), cites: [directive('art. 27(4)', 'read')] }]),
]

/** Between buyer and chosen candidates, a city may agree on a shorter time for tenders. */
export const agreedTime: Note = { because: say('law.quicker.agree'), cites: [directive('art. 28(4)')] }

/** What shortens a time was judged by a person too, who stands in the answer. */
export const shortenedBy = (c: Case): Reason[] => [
  ...(says(c, 'announced') === 'yes'
    ? [asked(c, 'announced', directive('art. 27(2)', 'read'), directive('art. 28(3)', 'read'))]
    : []),
  ...(says(c, 'urgent') === 'yes'
    ? [asked(c, 'urgent', directive('art. 27(3)', 'read'), directive('art. 28(6)'))]
    : []),
]
