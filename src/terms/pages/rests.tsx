/** What the answer hangs on and rests on: what to find out next, what was stated, what the model leaves out. */
import type { ContractLength } from '../../purchasing/index.js'
import { Section, Spans, Table, type Reader } from '../../web/index.js'
import type { Field } from '../asked.js'
import { toldBy } from '../contract-prefill.js'
import type { Reckoned } from '../reckoned.js'
import type { Bar } from '../rules/tornado.js'
import { fieldsInWords, labelOfField, roughMoney, valueInWords } from './said.js'

interface Shown {
  readonly reader: Reader
  readonly reckoned: Reckoned
}

/** More bars than these only hide the first. */
const MOST = 6

/** The length is chosen, not found out; how it moves the answer is the first picture. */
export function FindOut({ reader, reckoned: { tornado, answer } }: Shown) {
  const { words } = reader
  const unsure = tornado.filter(({ input }) => input !== 'term')
  const [first] = unsure
  if (!first) return null
  const title = words('terms.hangs.title')
  return (
    <Section title={title} lead={words('terms.hangs.lead')} id="find-out">
      <Spans
        reader={reader}
        title={words('terms.hangs.first', {
          input: fieldsInWords([first.input], words),
          decides: first.decides ? 'yes' : 'no',
        })}
        spans={unsure.slice(0, MOST).map((bar) => spanOf(bar, reader))}
        base={answer.npv}
        headings={{
          label: words('terms.hangs.input'),
          cause: words('terms.hangs.moved'),
          text: words('terms.hangs.left'),
        }}
        says={{
          zero: words('terms.hangs.zero'),
          above: words('terms.hangs.above'),
          below: words('terms.hangs.below'),
          base: words('terms.hangs.base'),
        }}
      />
    </Section>
  )
}

function spanOf({ input, low, high, atLow, atHigh }: Bar, { words }: Reader) {
  const value = (at: number) => valueInWords(input, at, words)
  return {
    label: labelOfField(input, words),
    href: `#field-${input}`,
    from: atLow,
    to: atHigh,
    cause: words('terms.hangs.cause', { low: value(low), high: value(high) }),
    text: words('terms.hangs.text', { low: roughMoney(atLow, words), high: roughMoney(atHigh, words) }),
  }
}

/** On paper too, where the form is not: what was stated, and nothing else, went into the answer. */
export function RestsOn({ reader, reckoned, from }: Shown & { readonly from: ContractLength | undefined }) {
  const { words } = reader
  const { asked, answer, termCase } = reckoned
  const stated = Object.entries(asked.numbers) as [Field, number][]
  const none = termCase.countedAsNone
  const leftOut = answer.leftOut.filter(({ key }) => key !== 'terms.leftOut.none')
  return (
    <Section title={words('terms.rests.title')} id="rests">
      <Table
        caption={words('terms.rests.title')}
        captionHidden
        rows={stated}
        empty=""
        columns={[
          {
            label: words('terms.rests.stated'),
            cell: ([field]) => (
              <>
                {labelOfField(field, words)}
                {from && toldBy(from, asked, field).is === 'told' ? (
                  <span class="terms-note">{words('terms.rests.from', from)}</span>
                ) : null}
              </>
            ),
          },
          {
            label: words('terms.rests.value'),
            kind: 'number',
            cell: ([field, value]) => valueInWords(field, value, words),
          },
        ]}
      />
      {none.length > 0 ? <p>{words('terms.rests.none', { inputs: fieldsInWords(none, words) })}</p> : null}
      <h3>{words('terms.rests.leftOut')}</h3>
      <ul>
        {leftOut.map((message) => (
          <li>{words.of(message)}</li>
        ))}
      </ul>
    </Section>
  )
}
