import type { Citation } from '../../../kit/cite.js'
import type { Examples } from '../../examples.js'
import { Sources } from './sources.js'

export const SOURCES: readonly Citation[] = [
  { source: 'LOU (2016:1145)', place: '6 kap. 1 §', url: 'https://lagen.nu/2016:1145' },
  { source: 'Directive 2014/24/EU', place: 'art. 27(1)', year: 2014, licence: 'CC BY 4.0' },
]

export const sources: Examples = {
  name: 'Sources',
  examples: [{ name: 'a law and a directive', show: (reader) => <Sources reader={reader} sources={SOURCES} /> }],
}
