import { amountColumns, type AmountHeadings } from '../picture/amounts.js'
import { Lines, Linked, Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { BAR, INDENT, layShares, type Share, type ShareLine } from './layout.js'

interface SharesProps extends About {
  readonly shares: readonly Share[]
  readonly headings: AmountHeadings
}

/** What a whole is put together of, in the order given; some six parts at most. */
export function Shares({ shares, headings, ...about }: SharesProps) {
  return (
    <Picture
      {...about}
      rows={shares}
      draw={(room) => drawn(shares, room)}
      heading={headings.label}
      columns={amountColumns(headings)}
    />
  )
}

function drawn(shares: readonly Share[], room: Room): Drawn {
  const { width, height, leading, segments, list } = layShares(shares, room)
  const bar = segments.map(({ share, ...along }) => (
    <Linked href={share.href} again>
      <g class={colourOf(share)}>
        <rect class="share" y={0} height={BAR} {...along} />
      </g>
    </Linked>
  ))
  const names = list.map((line) => (
    <Linked href={line.share.href}>
      <Named line={line} leading={leading} />
    </Linked>
  ))
  return { width, height, marks: [...bar, ...names] }
}

function Named({ line, leading }: { line: ShareLine; leading: number }) {
  const { share, label, text, y, textX, textY } = line
  return (
    <>
      <g class={colourOf(share)}>
        <rect class="share" x={0} y={y - 14} width={16} height={16} />
      </g>
      <Lines class="strong" lines={label} x={INDENT} y={y} leading={leading} />
      <Lines lines={text} x={textX} y={textY} leading={leading} />
    </>
  )
}

const colourOf = ({ hue }: Share): string => (hue ? `hue-${hue}` : 'share-unknown')
