/** How wide a text will be, so that a layout on the server can wrap it. Wider than the truth rather than narrower. */

/** Parts of the font's size, measured on Atkinson Hyperlegible Next at weight 650 and rounded up. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [0.3, 'jil.,:;’·!|\u00a0 '],
  [0.4, '()[]frt-"'],
  [0.5, 'I1/zcsvy–'],
  [0.56, 'x7?aekåäéJL§'],
  [0.6, 'hnouöF29bdgpqET3+'],
  [0.66, 'SZ5BPVY468CKR0'],
  [0.72, 'AXÅÄDHUGN'],
  [0.8, 'wOQÖ&…@'],
  [0.98, 'mMW%—'],
]
const known = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])))
/** Letters of other alphabets, drawn in another font, count as wide ones. */
const widthOf = (letter: string): number => known.get(letter) ?? 0.72

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size

/** The words of a text on lines no wider than `width`; a word that is too long is divided. Nothing is dropped. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t\r\n]+/).flatMap((whole) => divide(whole, width, size))) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

function divide(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece && textWidth(`${piece}${letter}-`, size) > width) {
      pieces.push(`${piece}-`)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

/** A number one can draw: what is not finite, or negative, is drawn as nothing. */
export const drawable = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) && value > 0 ? value : 0
