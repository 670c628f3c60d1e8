/** One line of an opening: what the largest known switch would save a year there, with its range and its steps. */
import { inLess, switchCalled, SwitchSteps } from '../impact/index.js'
import type { Reader } from '../web/index.js'
import type { OpeningSaving } from './saving.js'

export function SavingView({ reader, saving }: { reader: Reader; saving: OpeningSaving }) {
  const { words } = reader
  if (saving.kind === 'missing') return <>{words('fit.saving.missing', { what: saving.what })}</>
  const { largest, others } = saving
  return (
    <>
      {words('impact.contract.switch', { switch: switchCalled(reader, largest), less: inLess(reader, largest) })}{' '}
      {others > 0 ? words('fit.saving.others', { count: others }) : ''}
      <SwitchSteps reader={reader} one={largest} />
    </>
  )
}
