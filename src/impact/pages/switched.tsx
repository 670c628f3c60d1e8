/** A known switch in words: what is replaced by what, how much less a year, and the steps to it. */
import { Why, type Reader } from '../../web/index.js'
import type { ActivityFactor } from '../rules/factor.js'
import { itemCalled } from '../rules/items.js'
import type { Switched } from '../rules/leverage.js'
import { betweenInWords, weightInWords } from '../told.js'

const called = ({ id, name }: ActivityFactor, { language }: Reader): string =>
  itemCalled(id)?.called[language] ?? name ?? id

export const switchCalled = (reader: Reader, { from, to }: Switched): string =>
  reader.words('impact.switch.title', { from: called(from, reader), to: called(to, reader) })

export const savingRange = ({ words }: Reader, { saving }: Switched): string =>
  saving.yearlyRange ? betweenInWords(saving.yearlyRange, words) : words('impact.measure.noRange')

/** '2.1 t (1.2–3.4 t)'. */
export const inLess = (reader: Reader, one: Switched): string =>
  `${weightInWords(one.saving.yearly, reader.words)} (${savingRange(reader, one)})`

export function SwitchSteps({ reader, one }: { reader: Reader; one: Switched }) {
  const { words } = reader
  const { from, to, quantity, saving } = one
  const figures = { quantity, unit: from.unit, from: from.value, to: to.value, kg: saving.yearly }
  return (
    <Why
      reader={reader}
      summary={words('impact.figure.open')}
      about={switchCalled(reader, one)}
      note={
        <>
          <p>{words('impact.decisions.step', figures)}</p>
          <p>{words('impact.switch.equal', { unit: from.unit })}</p>
          <p>{words('impact.switch.planned')}</p>
        </>
      }
      sources={[from.source, to.source]}
    />
  )
}
