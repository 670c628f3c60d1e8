const WIDTH = 240
const HEIGHT = 20

interface RangeProps {
  /** As read: '12–31 t'. */
  readonly text: string
  readonly low: number
  readonly high: number
  /** The number at the right end of the axis; give ranges that are compared the same one. */
  readonly scale: number
  readonly label?: string | undefined
}

/** A spread drawn as a spread: the bar fades at both ends, since no end is exact. */
export function Range({ text, low, high, scale, label }: RangeProps) {
  const { x, width } = rangeOn(low, high, scale, WIDTH)
  return (
    <span class="range">
      <span class="range-text">
        {label ? <span class="range-label">{label} </span> : null}
        {text}
      </span>
      <RangeBar x={x} width={width} />
    </span>
  )
}

function RangeBar({ x, width }: { x: number; width: number }) {
  const soft = Math.min(10, width / 3)
  return (
    <svg class="range-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line class="range-axis" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <rect class="range-soft" x={x} y="4" width={width} height="12" rx="6" />
      <rect class="range-firm" x={x + soft} y="4" width={Math.max(width - 2 * soft, 1)} height="12" rx="4" />
    </svg>
  )
}

/** Where a range lies on an axis of so many pixels; always at least 6 wide and always inside. */
export function rangeOn(low: number, high: number, scale: number, pixels: number): { x: number; width: number } {
  const at = (value: number) => (scale > 0 ? Math.min(Math.max(value / scale, 0), 1) * pixels : 0)
  const width = Math.max(at(Math.max(low, high)) - at(Math.min(low, high)), 6)
  return { x: Math.min(at(Math.min(low, high)), pixels - width), width }
}
