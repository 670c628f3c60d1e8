/** The answer to the three inputs: two figures and one picture of which lengths are enough. */
import type { WordKey, Words } from '../../kit/words/index.js'
import { Crossing, Figures, Notice, Section, Why, type Reader } from '../../web/index.js'
import type { Reckoned } from '../reckoned.js'
import type { TermAnswer } from '../rules/answer.js'
import type { Enough } from '../rules/enough.js'
import { inputsFor } from '../rules/inputs.js'
import { leastCashflow, PRIZE_TERMS } from '../rules/supplier.js'
import { fieldsInWords, roughMoney, roughYears, yearsInWords } from './said.js'

interface Shown {
  readonly reader: Reader
  readonly reckoned: Reckoned
}

export function Answer({ reader, reckoned }: Shown) {
  const { words } = reader
  const { answer } = reckoned
  const most = mostFigure(reader, reckoned)
  const figures = answer.paybackYears === null ? [most] : [paybackFigure(reader, reckoned, answer.paybackYears), most]
  return (
    <>
      {answer.paybackYears === null ? <Never {...{ reader, reckoned }} /> : null}
      <Figures figures={figures} />
      <Besides {...{ reader, reckoned }} />
      <Section title={words('terms.picture.title')}>
        <Lengths {...{ reader, reckoned }} />
      </Section>
    </>
  )
}

/** What eight years are worth beside four, and how likely it is: known, or what would make it so. */
function Besides({ reader: { words }, reckoned: { answer, asked } }: Shown) {
  const likely = answer.steps.filter(({ key }) => key === 'terms.step.probability')
  const missing = inputsFor('spread').filter((input) => asked.numbers[input] === undefined)
  return (
    <p>
      {[
        ...(answer.prizeEquivalent === null ? [] : [prizeInWords(answer.prizeEquivalent, words)]),
        ...likely.map(words.of),
      ].join(' ')}
      {missing.length > 0 ? ` ${words('terms.figure.unlikely', { inputs: fieldsInWords(missing, words) })}` : null}
    </p>
  )
}

const prizeInWords = (prize: number, words: Words): string =>
  words('terms.figure.prize', { ...PRIZE_TERMS, prize: roughMoney(prize, words) })

/** Not a number but a sentence, with what would have to be true. */
function Never({ reader: { words }, reckoned: { answer, termCase } }: Shown) {
  const { supply } = termCase
  const needed = leastCashflow(supply)
  return (
    <Notice title={words('terms.figure.never')}>
      {answer.steps
        .filter(({ key }) => key === 'terms.step.never')
        .map((step) => (
          <p>{words.of(step)}</p>
        ))}
      {needed === undefined ? null : (
        <p>
          {words('terms.figure.neverNeeds', {
            term: yearsInWords(supply.term, words),
            needed: roughMoney(needed, words),
          })}
        </p>
      )}
    </Notice>
  )
}

function paybackFigure(reader: Reader, { answer }: Reckoned, years: number) {
  const label = reader.words('terms.figure.payback')
  return {
    label,
    value: roughYears(years, reader.words),
    detail: reader.words('terms.figure.paybackDetail'),
    why: <Steps {...{ reader, answer }} about={label} of={OF_PAYBACK} />,
  }
}

function mostFigure(reader: Reader, { answer, termCase, termFrom }: Reckoned) {
  const { words } = reader
  const { breakEvenInvestment: most } = answer
  const label = words('terms.figure.most', { term: yearsInWords(termCase.supply.term, words) })
  return {
    label,
    value: most === null ? words('terms.figure.noLimit') : roughMoney(most, words),
    detail: words('terms.figure.mostDetail', { termFrom }),
    why: <Steps {...{ reader, answer }} about={label} of={OF_MOST} />,
  }
}

const OF_PAYBACK: readonly WordKey[] = ['terms.step.discount', 'terms.step.payback']
const OF_MOST: readonly WordKey[] = [
  'terms.step.discount',
  'terms.step.annuity',
  'terms.step.npv',
  'terms.step.breakEven',
  'terms.step.anyInvestment',
]

interface StepsProps {
  readonly reader: Reader
  readonly answer: TermAnswer
  readonly about: string
  readonly of: readonly WordKey[]
}

/** What a figure was worked out from, in order. */
function Steps({ reader, answer, about, of }: StepsProps) {
  const { words } = reader
  return (
    <Why
      reader={reader}
      about={about}
      summary={words('terms.figure.why')}
      note={
        <ol class="terms-steps">
          {answer.steps
            .filter(({ key }) => of.includes(key))
            .map((step) => (
              <li>{words.of(step)}</li>
            ))}
        </ol>
      }
    />
  )
}

function Lengths({ reader, reckoned: { enough } }: Shown) {
  const { words } = reader
  const { crossing } = enough
  return (
    <Crossing
      reader={reader}
      title={enoughInWords(enough, words)}
      points={enough.curve.map(({ years, npv }) => ({
        at: years,
        value: npv,
        ...(enough.whole.some((one) => one.years === years)
          ? { label: yearsInWords(years, words), text: roughMoney(npv, words) }
          : {}),
      }))}
      crossing={crossing === undefined ? undefined : { at: crossing, label: roughYears(crossing, words) }}
      headings={{ label: words('terms.picture.axis'), value: words('terms.picture.left') }}
      before={words('terms.picture.before')}
      after={words('terms.picture.after')}
    />
  )
}

export function enoughInWords({ enough, from, whole }: Enough, words: Words): string {
  if (enough.length === 0) return words('terms.picture.none', { years: whole.at(-1)!.years })
  if (enough.length === whole.length) return words('terms.picture.all')
  if (from !== undefined) return words('terms.picture.from', { years: from })
  return words('terms.picture.some', { years: enough.join(', ') })
}
