/** A percentage that was perhaps meant as a hundred times as much: how it was read, and the same question asked otherwise. */
import { hrefIn, Notice, type Reader } from '../../web/index.js'
import type { Asked } from '../asked.js'
import { doubtsIn, type Doubt } from '../doubts.js'
import { doubtInWords, valueInWords } from './said.js'

export function Doubts({ reader, asked }: { reader: Reader; asked: Asked }) {
  return (
    <>
      {doubtsIn(asked).map((doubt) => (
        <Asking reader={reader} doubt={doubt} />
      ))}
    </>
  )
}

function Asking({ reader, doubt }: { reader: Reader; doubt: Doubt }) {
  const { words } = reader
  const { field, meant } = doubt
  const query = new URLSearchParams(reader.path.split('?')[1])
  query.set(field, String(Number((meant * 100).toPrecision(12))))
  return (
    <Notice
      title={doubtInWords(doubt, words)}
      next={
        <a class="ds-link" href={hrefIn(reader, `/terms?${query.toString()}`)}>
          {words('terms.doubt.meant', { meant: valueInWords(field, meant, words) })}
        </a>
      }
    />
  )
}
