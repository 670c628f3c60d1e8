/** Invented checkouts, for every rule of the layout: some that break it, with what must be said of them, and one that keeps it. */
import type { Files } from './sources.js'

interface Invented {
  readonly broken: readonly (readonly [files: Files, said: string])[]
  readonly kept: Files
}

const lines = (count: number) => 'x\n'.repeat(count)
const to = (...paths: string[]) => paths.map((path) => `import { x } from '${path}'`).join('\n')
const typesOf = (path: string) => `import type { X } from '${path}'`

export const INVENTED: Readonly<Record<string, Invented>> = {
  'inside a module: http reads, acts do, pages show, stores hold, rules judge': {
    broken: [
      [{ 'src/fit/opening.ts': to('./store.js') }, 'a rule is pure'],
      [{ 'src/fit/opening.ts': to('./acts.js') }, 'a rule is pure'],
      [{ 'src/fit/pages.tsx': to('./store.js') }, 'a page turns props into HTML'],
      [{ 'src/fit/pages.tsx': `export { x } from './acts.js'` }, 'a page turns props into HTML'],
      [{ 'src/fit/acts.ts': to('./pages.js'), 'src/fit/pages.tsx': '' }, 'an act reads'],
      [{ 'src/fit/store/ideas.ts': to('../acts.js') }, 'a store is SQL in'],
      [{ 'src/fit/http/ideas.tsx': to('../index.js'), 'src/fit/index.ts': '' }, 'http reads the request'],
      [{ 'src/fit/pages.tsx': to('./http/ideas.js'), 'src/fit/http/ideas.tsx': '' }, 'a page turns props into HTML'],
    ],
    kept: {
      'src/fit/http.tsx': to('./http/ideas.js', './acts.js', './pages.js', './store.js', './opening.js'),
      'src/fit/http/ideas.tsx': to('../acts.js', '../pages.js', '../store.js', '../opening.js'),
      'src/fit/acts.ts': to('./store.js', './opening.js'),
      'src/fit/pages.tsx': `${typesOf('./store.js')}\nimport { type Y } from './acts.js'\n${to('./opening.js')}`,
      'src/fit/opening.ts': to('./idea.js'),
      'src/fit/opening.test.ts': to('./store.js', './acts.js'),
    },
  },
  'a rule knows neither page nor database; a store and an act know no page': {
    broken: [
      [{ 'src/fit/opening.ts': to('../web/index.js') }, 'makes no page'],
      [{ 'src/fit/opening.ts': to('../kit/db/index.js') }, 'belongs in store.ts'],
      [{ 'src/fit/acts.ts': to('../web/index.js') }, 'only pages.tsx and http.tsx'],
    ],
    kept: {
      'src/fit/opening.ts': `${typesOf('../kit/db/index.js')}\n${to('../kit/day.js')}`,
      'src/fit/store.ts': to('../kit/db/index.js'),
      'src/fit/pages.tsx': to('../web/index.js'),
    },
  },
  'between modules only through the door': {
    broken: [
      [{ 'src/fit/opening.ts': to('../purchasing/names.js') }, 'use src/purchasing/index.ts'],
      [{ 'src/fit/opening.ts': typesOf('../purchasing/names.js') }, 'use src/purchasing/index.ts'],
      [{ 'src/main.ts': to('./fit/http.js') }, 'use src/fit/index.ts'],
      [{ 'src/commands/fit.ts': `await import('../fit/report.js')` }, 'use src/fit/index.ts'],
      [{ 'src/fit/pages.tsx': to('../web/http.js') }, 'use src/web/index.ts'],
      [{ 'src/app.tsx': to('./fit/report.js') }, 'use src/fit/index.ts'],
    ],
    kept: {
      'src/app.tsx': to('./fit/http.js', './web/security.js', './record/index.js'),
      'src/fit/http.tsx': to('../web/http.js', '../web/index.js', '../purchasing/index.js', '../kit/day.js'),
      'src/web/http.ts': '',
      'src/fit/fit.test.ts': to('../purchasing/names.js'),
    },
  },
  'only downwards: story, judgement, facts, foundation': {
    broken: [
      [{ 'src/purchasing/pages.tsx': to('../fit/index.js') }, 'fit stands above purchasing'],
      [{ 'src/law/rules/period.ts': to('../../fit/index.js') }, 'fit stands above law'],
      [{ 'src/kit/day.ts': to('../web/index.js') }, 'web stands above kit'],
      [{ 'src/web/layout.tsx': to('../record/index.js') }, 'web knows no domain'],
      [{ 'src/installation/lock.ts': to('../commands/index.js') }, 'commands stands above installation'],
    ],
    kept: {
      'src/fit/report.ts': to('../purchasing/index.js', '../categories/index.js', '../record/index.js'),
      'src/lanes/case.ts': to('../fit/index.js'),
      'src/about/pages.tsx': to('../web/index.js', '../kit/cite.js'),
      'src/installation/open.ts': to('../record/index.js', '../kit/db/index.js'),
      'src/commands/fit.ts': to('../fit/index.js', '../installation/index.js'),
    },
  },
  'every module stands in a layer': {
    broken: [[{ 'src/market/index.ts': '' }, 'src/market stands in no layer']],
    kept: { 'src/about/index.ts': '', 'src/main.ts': '', 'src/commands/index.ts': '', 'src/installation/index.ts': '' },
  },
  'nothing stands on what starts it, on tests or on tools': {
    broken: [
      [{ 'src/fit/http.tsx': to('../app.js'), 'src/app.tsx': '' }, 'mounted by app.tsx'],
      [{ 'src/commands/serve.ts': to('../main.js') }, 'nothing stands on it'],
      [{ 'src/fit/store.ts': to('../config.js') }, 'take the value as an argument'],
      [{ 'src/fit/store.ts': to('../kit/db/testing.js') }, 'only tests use testing.ts'],
      [{ 'src/fit/store.ts': to('../../test/city.js') }, 'its tests and tools'],
    ],
    kept: {
      'src/app.tsx': '',
      'src/main.ts': to('./app.js', './config.js'),
      'src/commands/serve.ts': to('../app.js', '../config.js'),
      'src/installation/open.ts': to('../config.js'),
      'test/journey.test.ts': to('../src/app.js', '../src/kit/db/testing.js'),
    },
  },
  'no file leads back to itself': {
    broken: [
      [
        { 'src/fit/a.ts': to('./b.js'), 'src/fit/b.ts': to('./c.js'), 'src/fit/c.ts': to('./a.js') },
        'a.ts → src/fit/b.ts',
      ],
      [{ 'src/fit/a.ts': to('./b.js'), 'src/fit/b.ts': typesOf('./a.js') }, 'take out what both need'],
      [{ 'src/fit/a.ts': to('./a.js') }, 'take out what both need'],
    ],
    kept: { 'src/fit/a.ts': to('./b.js', './c.js'), 'src/fit/b.ts': to('./c.js'), 'src/fit/c.ts': '' },
  },
  'no module leads back to itself': {
    broken: [[{ 'src/fit/a.ts': to('../lanes/a.js'), 'src/lanes/b.ts': to('../fit/b.js') }, 'fit → lanes → fit']],
    kept: { 'src/fit/a.ts': to('../law/a.js'), 'src/law/b.ts': to('../kit/b.js') },
  },
  'a module reads its own tables, and views that their owner publishes': {
    broken: [
      [{ 'src/record/a.ts': '', 'src/fit/store.ts': 'sql`select 1 from record.entry`' }, 'names record.entry'],
      [{ 'src/record/a.ts': '', 'src/fit/store.ts': `db.selectFrom('record.entry as e')` }, 'names record.entry'],
      [
        { 'src/record/a.ts': '', 'src/fit/store.ts': `q.leftJoin('record.entry', 'a', 'b')` },
        'ask src/record/index.ts',
      ],
      [{ 'src/record/a.ts': '', 'src/fit/tables.ts': `interface Tables { 'record.x': X }` }, 'names record.x'],
    ],
    kept: {
      'src/record/README.md': 'Offers the view `record.public_entry`.',
      'src/record/index.ts': 'sql`insert into record.entry`',
      'src/fit/store.ts': `say('record.title'); sql\`select f.id from fit.idea f join record.public_entry e\``,
      'src/fit/store.test.ts': 'sql`select 1 from record.entry`',
    },
  },
  'no file is longer than 300 lines': {
    broken: [[{ 'src/fit/pages.tsx': lines(301) }, 'has 301 lines']],
    kept: { 'src/fit/pages.tsx': lines(300) },
  },
  'every module has a README of at most 40 lines and one door': {
    broken: [
      [{ 'src/fit/index.ts': '' }, 'src/fit has no README.md'],
      [{ 'src/fit/README.md': lines(41), 'src/fit/index.ts': '' }, 'has 41 lines'],
      [{ 'src/fit/README.md': '' }, 'src/fit has no index.ts'],
    ],
    kept: { 'src/fit/README.md': lines(40), 'src/fit/index.ts': '', 'src/kit/README.md': '', 'src/main.ts': '' },
  },
  'every sentence stands in both languages': {
    broken: [[{ 'src/fit/words.sv.json': '{}' }, 'stands without src/fit/words.en.json']],
    kept: { 'src/fit/words.sv.json': '{}', 'src/fit/words.en.json': '{}', 'src/fit/index.ts': '' },
  },
  'every module is drawn in ARCHITECTURE.md': {
    broken: [[{ 'src/fit/index.ts': '' }, 'src/fit is not drawn']],
    kept: { 'src/fit/index.ts': '', 'src/kit/day.ts': '', 'src/main.ts': '' },
  },
  'no sentence for a reader stands in code': {
    broken: [
      [{ 'src/fit/pages.tsx': `const title = 'Öppningar'` }, 'says “Öppningar”'],
      [{ 'src/fit/pages.tsx': 'const a = `${n} avtal för dig`' }, 'belongs in words.sv.json'],
      [{ 'src/fit/pages.tsx': 'const A = () => <p>Where it fits</p>' }, 'says “Where it fits”'],
    ],
    kept: {
      'src/fit/pages.tsx': 'const A = () => <p class="lead wide">{words("fit.lead")} (CPV)</p> // på svenska',
      'src/fit/pages.test.tsx': `const title = 'Öppningar'`,
      'src/purchasing/names.ts': `const PLAIN = { å: 'a', small: 'FÖR' }`,
      'src/web/components/tag/examples.tsx': `const a = 'Påhittad'; const B = () => <p>Two words</p>`,
    },
  },
}
