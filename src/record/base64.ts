/** Base64 as the record's formats write it (RFC 4648, section 4): Node's own reader forgives what these must refuse. */
export const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** Undefined for anything but the one way to write these bytes, or when there are not `length` of them. */
export function fromBase64(text: string, length?: number): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return base64(bytes) === text && (length === undefined || bytes.length === length) ? bytes : undefined
}

/** A whole number without sign, leading zero or anything else around it; undefined above what a double holds exactly. */
export function fromDecimal(text: string): number | undefined {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? value : undefined
}
