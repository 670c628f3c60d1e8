import { day, type Day } from '../../../kit/day.js'

/**
 * Easter Sunday of a year in the Gregorian calendar: the first Sunday after the church's full moon on or after 21 March
 * (the computation that Meeus gives in Astronomical Algorithms, chapter 8).
 */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const moonShift = Math.floor((8 * century + 13) / 25)
  const epact = (century - Math.floor(century / 4) - moonShift + 19 * golden + 15) % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const fromMarch = moon - weekday + 28
  const month = fromMarch > 31 ? 4 : 3
  const date = month === 4 ? fromMarch - 31 : fromMarch
  return day(`${String(year).padStart(4, '0')}-0${month}-${String(date).padStart(2, '0')}`)
}
