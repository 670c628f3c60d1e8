/** What a command says: sentences, or JSON with --json, on standard output; progress and refusals on standard error. */
import type { Progress, Progressed } from '../kit/progress.js'
import type { Refusal } from '../kit/refuse.js'
import type { Words } from '../kit/words/index.js'

export interface Output {
  readonly isJson: boolean
  /** A line for a person; silent with --json. */
  readonly line: (text: string) => void
  /** The whole answer, with --json only. */
  readonly json: (answer: unknown) => void
  /** A sentence about what could not be done. */
  readonly problem: (text: string) => void
  readonly progress: Progress
}

const TERMINAL_MILLISECONDS = 200
const LOG_MILLISECONDS = 10_000
/** Short work says nothing of its progress. */
const FIRST_MILLISECONDS = 300

export function outputOf(isJson: boolean, words: Words): Output {
  const show = process.stderr.isTTY ? onTerminal : onLog
  return {
    isJson,
    line: (text) => void (isJson || process.stdout.write(`${text}\n`)),
    json: (answer) => void (isJson && process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)),
    problem: (text) => void process.stderr.write(`${text}\n`),
    progress: isJson ? () => undefined : paced(show(words)),
  }
}

type Show = { readonly every: number; readonly show: (text: string, isLast: boolean) => void; readonly words: Words }
const onTerminal = (words: Words): Show => ({
  every: TERMINAL_MILLISECONDS,
  show: (text, isLast) => void process.stderr.write(`\r\x1b[2K${isLast ? '' : text}`),
  words,
})
const onLog = (words: Words): Show => ({
  every: LOG_MILLISECONDS,
  show: (text, isLast) => void (isLast || process.stderr.write(`${text}\n`)),
  words,
})

/** Rate and time left are reckoned from the start of this piece of work. */
function paced({ every, show, words }: Show): Progress {
  let began = 0
  let shown = 0
  let before = Infinity
  return (now) => {
    // Rows without an end tell less than the bytes beside them.
    if (now.unit === 'rows' && now.total === undefined) return
    const at = performance.now()
    if (now.done < before) {
      began = at
      shown = at - every + FIRST_MILLISECONDS
    }
    before = now.done
    const isLast = now.total !== undefined && now.done >= now.total
    if (!isLast && at - shown < every) return
    shown = at
    show(progressInWords(now, (at - began) / 1000, words), isLast)
  }
}

/** `seconds` since the work began. The time left is told once there is a rate to tell it by. */
export function progressInWords({ unit, done, total }: Progressed, seconds: number, words: Words): string {
  const rate = seconds > 0 ? done / seconds : 0
  const scaled = (value: number) => (unit === 'bytes' ? value / 1_000_000 : value)
  const left =
    total !== undefined && rate > 0 ? words('commands.progress.left', { seconds: (total - done) / rate }) : ''
  return words('commands.progress.line', {
    unit,
    done: scaled(done),
    of: total === undefined ? '' : words('commands.progress.of', { total: scaled(total) }),
    rate: scaled(rate),
    left,
  })
}

/** For programs the key, for people the sentence. */
export const inBoth = ({ because }: Refusal, words: Words) => ({ key: because.key, sentence: words.of(because) })
