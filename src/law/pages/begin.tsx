/** Counted back from the day it must be in use: which route is to begin by when. */
import { dayInWords, type Day } from '../../kit/day.js'
import { Section, Table, type Reader } from '../../web/index.js'
import type { Begin, Plan } from '../plan.js'

export function BeginTable({ reader, plan }: { reader: Reader; plan: Plan }) {
  const { words, language } = reader
  const { neededBy, startOn } = plan.case
  if (!neededBy) return null
  const day = dayInWords(neededBy, language)
  return (
    <Section title={words('law.page.begin.title', { day })} lead={words('law.page.begin.lead')}>
      <Table
        caption={words('law.page.begin.title', { day })}
        captionHidden
        dense
        columns={[
          {
            label: words('law.page.way'),
            cell: ({ answered: { route } }: Begin) => (
              <a class="ds-link" href={`#${route}`}>
                {words(`law.route.${route}`)}
              </a>
            ),
          },
          { label: words('law.page.verdict'), cell: ({ answered }) => words(`law.verdict.${answered.verdict}`) },
          {
            label: words('law.page.begin.earliest'),
            cell: (one) => told(reader, one, one.earliest, startOn),
          },
          { label: words('law.page.begin.likely'), cell: (one) => told(reader, one, one.likely, startOn) },
        ]}
        rows={plan.begin}
        empty=""
      />
    </Section>
  )
}

function told({ words, language }: Reader, { late }: Begin, by: Day | undefined, startOn: Day): string {
  if (late > 0) return words('law.page.begin.late', { days: late })
  if (!by) return words('law.page.begin.unknown')
  const day = dayInWords(by, language)
  return by < startOn ? words('law.page.begin.past', { day }) : day
}
