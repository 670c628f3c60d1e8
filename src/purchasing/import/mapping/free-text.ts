/** Free text without the personal identity numbers that stand in it. */
import { isPersonal, MASK } from '../masking.js'

const CANDIDATE = /(?<![\p{L}\d])(?:19|20)?\d{6}(?:([-–+]| - )| )?\d{4}(?![\p{L}\d])/gu

/**
 * A number written as one, with its hyphen or its century, is masked as it looks; ten bare digits only when their check
 * digit is right too, so that an order number which happens to begin like a date stays readable.
 */
export const withoutPersonal = (text: string): string =>
  text.replace(CANDIDATE, (found, mark?: string) => {
    const digits = found.replace(/\D/g, '')
    const looks = isPersonal(digits) && (mark !== undefined || digits.length === 12 || checks(digits))
    return looks ? MASK : found
  })

/** The check digit of Swedish identity numbers (Luhn; act 1974:174 and the population registration act 1991:481, 18 §). */
function checks(tenDigits: string): boolean {
  const sum = [...tenDigits].reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
