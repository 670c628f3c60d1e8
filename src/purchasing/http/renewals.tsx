/** When contracts can be left, run out or are extended: as a page and as a calendar. */
import { Readable } from 'node:stream'
import { CALENDAR_END, calendarHead } from '../../kit/calendar-file.js'
import { addresses } from '../../web/http.js'
import { daysOfQuarter, quarterOf, quartersFrom } from '../contract-asked.js'
import { contractDays } from '../pages/renewal-calendar.js'
import { RenewalsPage } from '../pages/renewals.js'
import { inPages } from './in-pages.js'
import { contractsAhead, largestAhead, renewalQuarters } from '../store/renewals.js'
import { held } from './contracts.js'
import { today } from './request.js'

export const renewals = addresses()

/** What one person can decide on in a quarter; the rest is a click away. */
const MOST = 12
const QUARTERS = 12
/** A bar with more parts than this cannot be told from one with fewer. */
const PARTS = 60

renewals.get('/renewals', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const on = today(c)
  const { last } = daysOfQuarter(quarterOf(on))
  const until = daysOfQuarter(quartersFrom(on, QUARTERS).at(-1)!).last
  const now = await largestAhead(db, reach, on, last, MOST)
  return c.html(
    <RenewalsPage
      reader={reader}
      now={await held(c, now)}
      quarters={await renewalQuarters(db, reach, on, until, PARTS)}
      today={on}
    />,
  )
})

renewals.get('/renewals.ics', (c) => {
  const { reader, db } = c.var
  const on = today(c)
  const { origin } = new URL(c.req.url)
  const name = reader.words('purchasing.renewal.calendarName')
  const batches = inPages((part) => contractsAhead(db, reader.reach, on, part))
  async function* calendar() {
    yield Buffer.from(calendarHead({ name, about: 'Renewals', language: reader.language }))
    for await (const rows of batches)
      yield Buffer.from(rows.map((row) => contractDays(reader, origin, row, on)).join(''))
    yield Buffer.from(CALENDAR_END)
  }
  return new Response(Readable.toWeb(Readable.from(calendar())) as ReadableStream, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  })
})
