/** A pure function of a text that is asked about the same texts again and again: each is worked out once. */
const MOST = 50_000

export function remembered<T>(worked: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const answer = worked(text)
    if (known.size >= MOST) known.clear()
    known.set(text, answer)
    return answer
  }
}
