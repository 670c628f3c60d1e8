/** How often advertised procurements went to court, and for how long: a risk beside the dates, never a part of them. */
import { say } from '../../../kit/words/index.js'
import { page } from '../cites.js'
import type { Note } from '../routes/route.js'

const statistics = page('upphandlingsmyndigheten.se', '2022, 2023', 'https://www.upphandlingsmyndigheten.se/statistik/')

/** Of the advertised procurements of 2022, and the administrative courts' mean time in 2023. */
export const courtReview: Note = {
  because: say('law.risk.court', { percent: 5.3, year: '2022', months: 1.8, measured: '2023' }),
  cites: [statistics],
}
