/** How likely, from drawn sums: what was never or always drawn is still not certain. */
import { shareInWords } from '../../kit/money.js'
import type { Says } from '../../web/index.js'

const [RARE, SURE] = [0.01, 0.99]

export function Likely({ reader: { words, language }, top }: { reader: Says; top: number | undefined }) {
  if (top === undefined) return null
  if (top < RARE) return <>{words('impact.page.topRare')}</>
  return <>{top > SURE ? words('impact.page.topSure') : shareInWords(top, language)}</>
}
