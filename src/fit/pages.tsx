/** The pages of the main job up to the report: ask, and confirm the categories. */
import { divisionOf, labelOf, type Code, type Relation } from '../categories/index.js'
import { countInWords, moneyInWords, sek, shareInWords } from '../kit/money.js'
import type { Known, Spent } from '../purchasing/index.js'
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  Field,
  Figures,
  Form,
  hrefIn,
  otherLanguage,
  Page,
  Treemap,
  type Part,
  type Reader,
} from '../web/index.js'
import type { FormError } from './form-error.js'
import { fieldsOf, TEXT, TITLE, type Idea } from './idea.js'
import { writtenOf } from './numbers.js'

export interface StartProps {
  readonly reader: Reader
  readonly known: Known
  readonly spent: readonly Spent[]
  readonly examples: readonly Idea[]
}

export function StartPage({ reader, known, spent, examples }: StartProps) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('fit.start.title')} lead={words('fit.start.lead')} hero wide>
      {known.procurements === 0 && <Empty>{words('fit.start.empty')}</Empty>}
      <div class="fit-start">
        <IdeaForm reader={reader} />
        <div>
          <h2>{words('fit.start.examples')}</h2>
          <Actions>
            {examples.map((idea) => (
              <Form action={hrefIn(reader, '/fit')} hidden={{ title: idea.title, text: idea.text }}>
                <Button kind="secondary">{idea.title}</Button>
              </Form>
            ))}
          </Actions>
          <ToLookIn reader={reader} known={known} />
        </div>
      </div>
      <Bought reader={reader} spent={spent} />
    </Page>
  )
}

/** What there is to look in: from the database, never invented. */
function ToLookIn({ reader, known }: Pick<StartProps, 'reader' | 'known'>) {
  const { words, language } = reader
  const procured = {
    label: words('fit.start.procurements'),
    value: countInWords(known.procurements, language),
    detail: words('fit.start.parties', { buyers: known.buyers, suppliers: known.suppliers }),
  }
  const bought = {
    label: words('fit.start.amount'),
    value: moneyInWords(sek(known.amount), language),
    detail: words('fit.start.lines', { count: known.purchases }),
  }
  return <Figures figures={known.amount > 0 ? [procured, bought] : [procured]} />
}

function Bought({ reader, spent }: Pick<StartProps, 'reader' | 'spent'>) {
  const { words } = reader
  if (spent.length === 0) return null
  return (
    <Treemap
      reader={reader}
      title={words('fit.start.treemap')}
      description={words('fit.start.treemapLead')}
      parts={partsOf(spent, reader)}
      headings={{
        label: words('fit.start.division'),
        value: words('fit.report.amount'),
        share: words('fit.start.share'),
      }}
    />
  )
}

const MOST_PARTS = 12

/** The largest divisions, the rest as one. A division that credits more than it buys has no area. */
function partsOf(spent: readonly Spent[], reader: Reader): Part[] {
  const sums = new Map<Code, number>()
  for (const { category, amount } of spent) {
    const division = divisionOf(category as Code)
    sums.set(division, (sums.get(division) ?? 0) + amount)
  }
  const all = [...sums].filter(([, amount]) => amount > 0).sort((a, b) => b[1] - a[1])
  const total = all.reduce((sum, [, amount]) => sum + amount, 0)
  const written = (amount: number) => ({
    value: amount,
    text: moneyInWords(sek(amount), reader.language),
    share: shareInWords(amount / total, reader.language),
  })
  const largest = all.slice(0, MOST_PARTS - 1).map(([code, amount]) => ({
    label: labelOf(code, reader.language),
    href: hrefIn(reader, `/categories/${code}`),
    ...written(amount),
  }))
  const rest = all.slice(MOST_PARTS - 1).reduce((sum, [, amount]) => sum + amount, 0)
  return rest > 0 ? [...largest, { label: reader.words('fit.start.rest'), rest: true, ...written(rest) }] : largest
}

interface IdeaFormProps {
  readonly reader: Reader
  readonly idea?: Idea
  /** Chosen before the idea was refused, and carried on. */
  readonly codes?: string
  readonly errors?: readonly FormError[]
}

function IdeaForm({ reader, idea, codes, errors = [] }: IdeaFormProps) {
  const { words } = reader
  return (
    <Form
      action={hrefIn(reader, '/fit')}
      hidden={{ ...writtenOf(idea?.numbers ?? {}), ...(codes ? { code: codes } : {}) }}
      keep="idea"
    >
      <Field
        reader={reader}
        name="title"
        label={words('fit.form.title')}
        hint={words('fit.form.titleHint')}
        value={idea?.title}
        limit={TITLE.most}
        error={errorOf('title', errors, reader)}
        width="full"
      />
      <Field
        reader={reader}
        name="text"
        kind="textarea"
        label={words('fit.form.text')}
        hint={words('fit.form.textHint')}
        value={idea?.text}
        limit={TEXT.most}
        error={errorOf('text', errors, reader)}
        rows={4}
        optional
        width="full"
      />
      <Button>{words('fit.form.go')}</Button>
      <p>{words('fit.start.kept')}</p>
    </Form>
  )
}

export function errorOf(field: string, errors: readonly FormError[], { words }: Reader): string | undefined {
  const found = errors.find((one) => one.field === field)
  return found && words.of(found.message)
}

interface ErrorsProps {
  readonly reader: Reader
  readonly errors: readonly FormError[]
  readonly idea: Idea
}

export function Errors({ reader, errors, idea }: ErrorsProps) {
  if (errors.length === 0) return null
  const said = errors.map(({ field, message }) => ({ field, message: reader.words.of(message) }))
  const kept = idea.title || idea.text ? {} : { lead: reader.words('fit.form.nothingWritten') }
  return <ErrorSummary reader={reader} errors={said} {...kept} />
}

/** A page answered from a form is offered in the other language by sending the same form there. */
export const switchOf = (reader: Reader, path: string, fields: Record<string, string>) => ({
  action: hrefIn({ ...reader, language: otherLanguage(reader.language) }, path),
  fields,
})

interface IdeaPageProps extends IdeaFormProps {
  readonly idea: Idea
}

/** The idea as it was written, to correct or to change. */
export function IdeaPage({ reader, idea, codes, errors = [] }: IdeaPageProps) {
  const fields = { ...fieldsOf(idea), ...(codes ? { code: codes } : {}) }
  return (
    <Page
      reader={reader}
      title={reader.words('fit.start.title')}
      switchForm={switchOf(reader, errors.length ? '/fit' : '/fit/idea', fields)}
    >
      <Errors reader={reader} errors={errors} idea={idea} />
      <IdeaForm reader={reader} idea={idea} {...(codes ? { codes } : {})} errors={errors} />
    </Page>
  )
}

/** ICU names take no hyphen. */
export const relationName = (relation: Relation) => (relation === 'served-as' ? 'servedAs' : relation)
