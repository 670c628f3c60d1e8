/** What a person wrote of a figure: a year, a number and a source, or it is not usable. */
export interface Written {
  readonly year: string
  readonly value: string
  readonly source: string
  readonly url: string
}
interface Usable {
  readonly year: number
  /** With a decimal point, as it is kept. */
  readonly value: string
  readonly source: string
  readonly url: string | null
}

export function isUsable({ year, value, source, url }: Written): Usable | undefined {
  const number = value
    .trim()
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
  const at = url.trim()
  if (!/^(19|20)\d\d$/.test(year.trim()) || !/^\d{1,12}(\.\d{1,6})?$/.test(number) || Number(number) === 0)
    return undefined
  if (!source.trim() || (at !== '' && !/^https?:\/\//.test(at))) return undefined
  return { year: Number(year), value: number, source: source.trim(), url: at === '' ? null : at }
}
