/** An import that takes its time: how far it has come, page by page. */
import { instantInWords } from '../../kit/day.js'
import { ActionLink, Actions, hrefIn, Notice, Page, type Reader } from '../../web/index.js'
import { timeLeft, type UnderWay } from '../under-way.js'

interface UnderWayProps {
  readonly reader: Reader
  /** Undefined where this process knows of none. */
  readonly one: UnderWay<unknown> | undefined
  /** On the clock that `began` is on. */
  readonly now: number
}

export function UnderWayPage({ reader, one, now }: UnderWayProps) {
  const { words, language } = reader
  const trail = [{ href: hrefIn(reader, '/imports'), label: words('purchasing.imports.title') }]
  const lead = one && words('purchasing.underWay.lead', { files: one.files.join(', ') })
  return (
    <Page reader={reader} title={words('purchasing.underWay.title')} {...(lead ? { lead } : {})} trail={trail}>
      {one ? (
        <Notice title={words('purchasing.underWay.started', { at: instantInWords(one.beganAt, language) })}>
          <p>{howFar(reader, one, now)}</p>
          <p>{words('purchasing.underWay.reload')}</p>
        </Notice>
      ) : (
        <Notice title={words('purchasing.underWay.none')} />
      )}
      <Actions>
        <ActionLink href={hrefIn(reader, '/imports')} kind="secondary">
          {words('purchasing.underWay.list')}
        </ActionLink>
      </Actions>
    </Page>
  )
}

const MEGABYTE = 1_000_000

function howFar({ words }: Reader, { progressed, began }: UnderWay<unknown>, now: number): string {
  const done = progressed.bytes?.done ?? 0
  const total = progressed.bytes?.total ?? 0
  const seconds = Math.max(1, (now - began) / 1000)
  return words('purchasing.underWay.bytes', {
    rows: progressed.rows?.done ?? 0,
    done: done / MEGABYTE,
    total: total / MEGABYTE,
    rate: done / MEGABYTE / seconds,
    minutes: 0,
    ...timeLeft({ done, total }, seconds),
  })
}
