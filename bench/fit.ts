/**
 * How long a fit takes on the sample city and the real national awards, beside the plain reading of the same procurements.
 *
 *   node bench/run.mjs fit
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { publishSample } from '../samples/publish.js'
import { fit, ideaIn, suggest, type IdeaFile } from '../src/fit/index.js'
import { INSTALLATION } from '../src/kit/actor.js'
import { day } from '../src/kit/day.js'
import type { Database } from '../src/kit/db/index.js'
import { testDatabases } from '../src/kit/db/testing.js'
import { refused } from '../src/kit/refuse.js'
import { ROOT } from '../src/kit/root.js'
import { importFile, known, procurementsUnder, publishImport, sourceOfFile } from '../src/purchasing/index.js'

const TODAY = day('2026-11-23')
const ROUNDS = 5

const ideas: IdeaFile[] = readdirSync(join(ROOT, 'samples/ideas')).map((name) => {
  const read = ideaIn(readFileSync(join(ROOT, 'samples/ideas', name), 'utf8'))
  if ('problem' in read) throw new Error(`${name}: ${read.problem.key}`)
  return read.idea
})

async function publishNational(db: Database): Promise<boolean> {
  for (const part of [1, 2]) {
    const file = join(ROOT, `../shared/data/sweden/uhm_contracted_tenders_suppliers_national_2021_part${part}.csv`)
    if (!existsSync(file)) return false
    const report = await importFile(db, sourceOfFile(file), INSTALLATION, { now: new Date() })
    if (refused(report)) throw new Error(report.because.key)
    await publishImport(db, report.id, INSTALLATION, new Date())
  }
  return true
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
const middle = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!

/** Every idea in turn, several rounds: the middle and the worst. */
async function measure(db: Database, name: string): Promise<void> {
  const whole: number[] = []
  const plain: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const idea of ideas) {
      const codes = (await suggest(db, 'published', idea))
        .filter(({ confidence }) => confidence !== 'possible')
        .map(({ code }) => code)
      whole.push(await milliseconds(() => fit(db, 'published', idea, codes, TODAY, 'sv')))
      const divisions = [...new Set(codes.map((code) => code.slice(0, 2)))]
      plain.push(await milliseconds(() => procurementsUnder(db, 'published', divisions, 600)))
    }
  const [typical, baseline] = [middle(whole), middle(plain)]
  console.log(
    `  ${name}: a fit takes ${typical.toFixed(0)} ms, at worst ${whole.at(-1)!.toFixed(0)} ms; ` +
      `${(typical / baseline).toFixed(1)} times reading the procurements of its divisions once`,
  )
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${ideas.length} ideas`)
for (const { name, open } of testDatabases()) {
  console.log(name)
  const { db, close } = await open()
  await publishSample(db, new Date())
  const sample = await known(db, 'published')
  if (sample.procurements < 50) throw new Error(`only ${sample.procurements} procurements in the sample`)
  await measure(db, 'the sample city')
  if (await publishNational(db)) await measure(db, 'with 10,142 national procurements')
  else console.log('  national awards: skipped, the files are not here')
  await close()
}
