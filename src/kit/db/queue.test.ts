/** Pages go before batches, one page's questions one after another, and a batch that has waited gets its turn. */
import { expect, test } from 'vitest'
import { asBatch, FairQueue } from './queue.js'

const TICK = () => new Promise((resolve) => setTimeout(resolve, 1))

/** Who got the connection, in order; each holds it for a moment. */
function lending() {
  const queue = new FairQueue()
  const order: string[] = []
  const hold = async (name: string) => {
    await queue.enter()
    order.push(name)
    await TICK()
    queue.leave()
  }
  const page = async (name: string, questions: number) => {
    for (let at = 1; at <= questions; at++) await hold(`${name}${at}`)
  }
  const batch = (name: string) => asBatch(() => hold(name))
  return { order, page, batch }
}

test('a page that comes while a batch runs is answered before the next one, all its questions together', async () => {
  const { order, page, batch } = lending()
  await Promise.all([batch('first'), batch('second'), page('page', 3)])
  expect(order).toEqual(['first', 'page1', 'page2', 'page3', 'second'])
})

test('a batch that waits gets its turn when eight questions have passed', async () => {
  const { order, page, batch } = lending()
  await Promise.all([batch('first'), batch('second'), page('a', 7), page('b', 7)])
  expect(order.indexOf('second')).toBe(9)
  expect(order).toHaveLength(16)
})

test('whoever comes when nobody holds it gets it at once', async () => {
  const { order, page, batch } = lending()
  await page('page', 2)
  await batch('batch')
  await page('late', 1)
  expect(order).toEqual(['page1', 'page2', 'batch', 'late1'])
})
