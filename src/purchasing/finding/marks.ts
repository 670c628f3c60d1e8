/** Which part of a text answers what was looked for: the words as written, a part of a compound, or the likest word. */
import { plain, type Sought, type SoughtWord } from './sought.js'

export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** The text in pieces, in order; `likest` marks words that only resemble what was looked for. */
export function marked(text: string, sought: Sought, likest: boolean): Piece[] {
  const bare = plain(text)
  const spans = sought.words.flatMap((word) => {
    const written = spansOf(bare, word)
    return written.length || !likest ? written : likestWord(bare, word)
  })
  return piecesOf(text, spans)
}

export const isMarked = (pieces: readonly Piece[]): boolean => pieces.some((piece) => piece.isMarked)

type Span = readonly [from: number, to: number]

/** The longest form that stands there, everywhere it stands; else the parts of the compound. */
function spansOf(bare: string, { forms, parts }: SoughtWord): Span[] {
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    const spans = everywhere(bare, form)
    if (spans.length) return spans
  }
  const together = parts.map((part) => everywhere(bare, part))
  return together.every((spans) => spans.length > 0) ? together.flat() : []
}

function everywhere(bare: string, form: string): Span[] {
  const spans: Span[] = []
  for (let at = bare.indexOf(form); at >= 0; at = bare.indexOf(form, at + form.length))
    spans.push([at, at + form.length])
  return spans
}

const LEAST_ALIKE = 0.3

function likestWord(bare: string, { word }: SoughtWord): Span[] {
  let best: { span: Span; alike: number } | undefined
  for (const { 0: other, index } of bare.matchAll(/[\p{L}\p{N}]+/gu)) {
    const alike = alikeness(word, other)
    if (alike > (best?.alike ?? LEAST_ALIKE)) best = { span: [index, index + other.length], alike }
  }
  return best ? [best.span] : []
}

/** How many of the letters by three, as the database compares them, that the sought word and another share. */
function alikeness(word: string, other: string): number {
  const own = threes(word)
  const theirs = threes(other)
  return [...own].filter((three) => theirs.has(three)).length / own.size
}

const threes = (word: string): Set<string> =>
  new Set(Array.from({ length: word.length + 1 }, (_, at) => `  ${word} `.slice(at, at + 3)))

function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const isIn = (at: number) => spans.some(([from, to]) => at >= from && at < to)
  const pieces: Piece[] = []
  for (let at = 0, from = 0; at < text.length; at++) {
    if (at + 1 < text.length && isIn(at + 1) === isIn(at)) continue
    pieces.push({ text: text.slice(from, at + 1), isMarked: isIn(at) })
    from = at + 1
  }
  return pieces
}
