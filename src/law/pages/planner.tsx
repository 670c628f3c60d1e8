/** The planner: the need on one side, and the answer to it on the other as soon as there is one. */
import type { Child } from 'hono/jsx'
import { ActionLink, hrefIn, LinkList, Page } from '../../web/index.js'
import { addressOf } from '../asked.js'
import { exampleOf, EXAMPLES } from '../examples.js'
import { Carried, PlanForm } from './form.js'
import type { PlanFormProps } from './form-else.js'

export function PlannerPage({ answer, ...form }: PlanFormProps & { answer?: Child }) {
  const { reader } = form
  const { words } = reader
  return (
    <Page reader={reader} title={words('law.page.title')} lead={words('law.page.lead')} wide>
      {answer ? (
        <p class="law-to-answer">
          <a class="ds-link" href="#answer">
            {words('law.page.toAnswer')}
          </a>
        </p>
      ) : null}
      <div class="law-plan">
        <PlanForm {...form} />
        <div class="law-side">
          <p class="ds-sr-only" role="status" data-live-said></p>
          {answer ?? <Start {...form} />}
        </div>
      </div>
    </Page>
  )
}

/** Until something is asked: what will stand here, and cases to begin from. */
function Start({ reader, today, fields }: PlanFormProps) {
  const { words } = reader
  return (
    <div id="answer" class="law-answer">
      <Carried fields={fields} />
      <h2>{words('law.page.start.title')}</h2>
      <p>{words('law.page.start.lead')}</p>
      <LinkList
        links={EXAMPLES.map((name) => ({
          href: hrefIn(reader, `/routes?${addressOf(new Map(Object.entries(exampleOf(name, today))))}`),
          label: words('law.page.start.example', { name }),
        }))}
      />
      <p>
        <ActionLink kind="secondary" href={hrefIn(reader, '/routes/example')}>
          {words('law.page.start.whole')}
        </ActionLink>
      </p>
      <p>
        <ActionLink kind="quiet" href={hrefIn(reader, '/routes/days')}>
          {words('law.page.days.title')}
        </ActionLink>{' '}
        <ActionLink kind="quiet" href={hrefIn(reader, '/routes/rules')}>
          {words('law.page.rules.title')}
        </ActionLink>
      </p>
    </div>
  )
}
