/** The pages that say no, each with what one can do instead. */
import type { Refusal } from '../kit/refuse.js'
import { ActionLink, Actions } from './components/button/button.js'
import { Page, type SwitchForm } from './layout.js'
import { hrefIn, type Link, type Reader } from './reader.js'

interface RefusalPageProps {
  readonly reader: Reader
  readonly refusal: Refusal
  /** What is possible instead. */
  readonly next?: readonly Link[] | undefined
  readonly switchForm?: SwitchForm | undefined
}

export function RefusalPage({ reader, refusal, next = [], switchForm }: RefusalPageProps) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('web.refusal.title')} switchForm={switchForm} lead={words.of(refusal.because)}>
      <p>{words('web.refusal.back')}</p>
      <Next reader={reader} next={next} />
    </Page>
  )
}

export function NotFoundPage({ reader }: { reader: Reader }) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('web.missing.title')} lead={words('web.missing.lead')}>
      <h2>{words('web.missing.next')}</h2>
      <ul>
        {[...reader.nav, ...(reader.more ?? [])].map((item) => (
          <li>
            <a class="ds-link" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
      <Actions>
        <ActionLink href={hrefIn(reader, '/')}>{words('web.missing.home')}</ActionLink>
      </Actions>
    </Page>
  )
}

/** `reference` is the number under which the fault was logged. */
export function CrashPage({ reader, reference }: { reader: Reader; reference?: string | undefined }) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('web.crash.title')} lead={words('web.crash.lead')}>
      <ul>
        <li>{words('web.crash.retry')}</li>
        <li>{words('web.crash.kept')}</li>
        {reference ? <li>{words('web.crash.tell', { reference })}</li> : null}
      </ul>
      <Actions>
        <ActionLink href={hrefIn(reader, '/')} kind="secondary">
          {words('web.missing.home')}
        </ActionLink>
      </Actions>
    </Page>
  )
}

function Next({ reader, next }: { reader: Reader; next: readonly Link[] }) {
  const [first, ...rest] = next.length ? next : [{ href: hrefIn(reader, '/'), label: reader.words('web.refusal.home') }]
  return (
    <Actions>
      {first ? (
        <ActionLink href={first.href} kind={next.length ? 'primary' : 'secondary'}>
          {first.label}
        </ActionLink>
      ) : null}
      {rest.map((link) => (
        <ActionLink href={link.href} kind="quiet">
          {link.label}
        </ActionLink>
      ))}
    </Actions>
  )
}
