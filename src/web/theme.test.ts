import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Palette = Record<string, string>
const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8')
const [light, darkByDevice, darkByChoice] = [
  ...css.matchAll(/color-scheme: (?:light|dark);\s*((?:--[\w-]+: #\w{6};\s*)+)/g),
].map(([, block]) =>
  Object.fromEntries([...block!.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, hex]) => [name!, hex!])),
) as [Palette, Palette, Palette]

test('dark by the device and dark by choice are the same', () => {
  expect(darkByChoice).toEqual(darkByDevice)
  expect(Object.keys(darkByChoice)).toEqual(Object.keys(light))
})

const TEXTS: [text: string, ...on: string[]][] = [
  ['ink', 'paper', 'paper-tinted', 'sheet', 'spruce-tinted', 'brick-tinted'],
  ['slate', 'paper', 'paper-tinted', 'sheet'],
  ['spruce', 'paper', 'paper-tinted', 'sheet', 'spruce-tinted', 'spruce-hover'],
  ['spruce-deep', 'paper', 'spruce-active'],
  ['on-spruce', 'spruce', 'spruce-deep', 'spruce-deeper'],
  ['amber-text', 'paper', 'paper-tinted'],
  ['brick', 'paper', 'sheet', 'brick-tinted'],
  ['brick-deep', 'paper', 'brick-tinted'],
  ['on-brick', 'brick', 'brick-deep'],
  ['visited', 'paper', 'paper-tinted'],
  ['on-heat-low', 'heat-1', 'heat-2', 'heat-3'],
  ['on-heat-high', 'heat-4', 'heat-5'],
  ['on-hue', 'hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5', 'hue-6', 'hue-7', 'hue-8'],
]

describe.each([
  ['light', light],
  ['dark', darkByChoice],
])('%s', (_, palette) => {
  test.each(TEXTS.flatMap(([text, ...on]) => on.map((ground) => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(contrast(palette[text]!, palette[ground]!)).toBeGreaterThanOrEqual(4.5)
    },
  )
  test('edges of boxes one fills in stand out', () => {
    for (const ground of ['paper', 'sheet'])
      expect(contrast(palette['line']!, palette[ground]!)).toBeGreaterThanOrEqual(3)
  })
  test.each(['normal', 'protan', 'deutan', 'tritan'] as const)('the eight hues differ for %s eyes', (eyes) => {
    const seen = Array.from({ length: 8 }, (_, at) => oklab(see(linear(palette[`hue-${at + 1}`]!), eyes)))
    for (const [at, one] of seen.entries())
      for (const [beside, other] of seen.entries())
        if (beside > at) expect(distance(one, other), `hue ${at + 1} and ${beside + 1}`).toBeGreaterThan(0.04)
  })
})

type Three = [number, number, number]

function linear(hex: string): Three {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const times = (rows: readonly Three[], [x, y, z]: Three): Three =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as Three

/** Machado, Oliveira and Fernandes 2009, severity 1.0. */
const EYES: Record<string, Three[]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const see = (colour: Three, eyes: string): Three => (EYES[eyes] ? times(EYES[eyes], colour) : colour)

/** Ottosson 2020: a space in which distance is about difference seen. */
function oklab(colour: Three): Three {
  const cones = times(
    [
      [0.4122, 0.5363, 0.0514],
      [0.2119, 0.6807, 0.1074],
      [0.0883, 0.2817, 0.63],
    ],
    colour,
  )
  const roots = cones.map((value) => Math.cbrt(Math.max(value, 0))) as Three
  return times(
    [
      [0.2105, 0.7936, -0.0041],
      [1.978, -2.4286, 0.4506],
      [0.0259, 0.7828, -0.8087],
    ],
    roots,
  )
}
const distance = (a: Three, b: Three) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
