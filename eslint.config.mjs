/** Style that a machine can hold; STYLE.md says why. The import arrows and the layout are held by test/architecture. */
import tseslint from 'typescript-eslint'

/** What only some places may do. The sentence tells the reader where the thing belongs. */
const CLOCK = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message:
      'The clock is read at the door (commands/, installation/) and passed on as `now`, so that a rule can be tested on any day.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message:
      'Chance comes from node:crypto for ids and from a seed for samples, so that what is made can be made again.',
  },
]
const ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read in main.ts, through config.ts: name the setting there and pass it on.',
}
const SQL = {
  selector:
    'TaggedTemplateExpression[tag.name="sql"], CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom)$/]',
  message: "SQL lives in the module's store.ts (or store/): call a function there that says which order it promises.",
}
const forbid = (...what) => ({ 'no-restricted-syntax': ['error', ...what.flat()] })

const TESTS = ['**/*.test.{ts,tsx}', '**/testing.ts', '**/testing/**', 'test/**', 'bench/**']
const STORES = ['src/*/**/store.ts', 'src/*/**/store/**', 'src/kit/db/**', 'src/record/**']

export default tseslint.config(
  { ignores: ['dist', 'data', 'src/kit/words/generated.ts', 'bin/templates'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      ...forbid(CLOCK, ENVIRONMENT, SQL),
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Spreading a string gives its characters, which is what text that is measured or wrapped needs.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `void work()` says on purpose that nobody waits for the answer.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // noUncheckedIndexedAccess makes every index possibly undefined; `!` is then the promise that it is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_+$', destructuredArrayIgnorePattern: '^_+$', varsIgnorePattern: '^_+$' },
      ],
      // There are no enums and hardly a class here; looking for them takes a fifth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A driver or a format keeps its contract's promise even where nothing in it waits.
      '@typescript-eslint/require-await': 'off',
    },
  },
  // A page or chart is one tree, read from top to bottom; cut at 40 it would be pieces that nobody else uses.
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 60, skipComments: true }] } },
  { files: STORES, rules: forbid(CLOCK, ENVIRONMENT) },
  { files: ['src/main.ts'], rules: forbid(SQL) },
  // What starts and keeps an installation lives with the machine's clock: ages of files, patience, names of backups.
  { files: ['src/commands/**', 'src/installation/**'], rules: forbid(ENVIRONMENT, SQL) },
  { files: ['src/config.ts'], rules: forbid(CLOCK, SQL) },
  // An id is made of the time and of chance (RFC 9562): the one value that nobody passes on.
  { files: ['src/kit/id.ts'], rules: forbid(ENVIRONMENT, SQL) },
  // A test looks wherever it must; `describe` is a heading and not a function.
  { files: TESTS, rules: { 'no-restricted-syntax': 'off', 'max-lines-per-function': 'off' } },
  {
    files: ['bin/**/*.mjs', 'bin/{check,dev,fairlane,new}', 'eslint.config.mjs'],
    extends: [tseslint.configs.base],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'max-depth': ['error', 3],
      'no-unused-vars': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
)
