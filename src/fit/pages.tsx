/** The pages of the main job: ask, confirm categories, read the fit. */
import { labelOf, codeWithCheck, type Code, type suggestCategories } from '../categories/index.js'
import { countInWords, moneyInWords, sek } from '../kit/money.js'
import type { Message } from '../kit/words/index.js'
import type { Known, Spent } from '../purchasing/index.js'
import {
  Actions,
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Figures,
  Form,
  hrefIn,
  Notice,
  otherLanguage,
  Page,
  Section,
  Table,
  Unknown,
  type Reader,
} from '../web/index.js'
import { OpeningView } from './opening-view.js'
import type { Fit, Idea } from './report.js'

const FIRST = 5
export interface FormError {
  readonly field: string
  readonly message: Message
}
type Suggested = ReturnType<typeof suggestCategories>

export function StartPage({ reader, known, examples }: { reader: Reader; known: Known; examples: readonly Idea[] }) {
  const { words, language } = reader
  return (
    <Page reader={reader} title={words('fit.start.title')} lead={words('fit.start.lead')} hero>
      {known.procurements === 0 && <Empty>{words('fit.start.empty')}</Empty>}
      <IdeaForm reader={reader} />
      <Section title={words('fit.start.examples')}>
        <Actions>
          {examples.map((idea) => (
            <Form action={hrefIn(reader, '/fit')} hidden={{ title: idea.title, text: idea.text }}>
              <Button kind="secondary">{idea.title}</Button>
            </Form>
          ))}
        </Actions>
      </Section>
      <Section title={words('fit.start.known')}>
        <Figures
          figures={[
            { label: words('fit.start.procurements'), value: countInWords(known.procurements, language) },
            { label: words('fit.start.amount'), value: moneyInWords(sek(known.amount), language) },
          ]}
        />
      </Section>
    </Page>
  )
}

function IdeaForm({ reader, idea, errors = [] }: { reader: Reader; idea?: Idea; errors?: readonly FormError[] }) {
  const { words } = reader
  const error = errors.find((one) => one.field === 'title')
  return (
    <Form action={hrefIn(reader, '/fit')} keep="idea">
      <Field
        reader={reader}
        name="title"
        label={words('fit.form.title')}
        hint={words('fit.form.titleHint')}
        value={idea?.title}
        limit={200}
        error={error && words.of(error.message)}
        width="full"
      />
      <Field
        reader={reader}
        name="text"
        kind="textarea"
        label={words('fit.form.text')}
        hint={words('fit.form.textHint')}
        value={idea?.text}
        limit={4000}
        rows={4}
        optional
        width="full"
      />
      <Button>{words('fit.form.go')}</Button>
      <p>{words('fit.start.kept')}</p>
    </Form>
  )
}

/** A page answered from a form is offered in the other language by sending the same form there. */
const switchOf = (reader: Reader, path: string, fields: Record<string, string>) => ({
  action: hrefIn({ ...reader, language: otherLanguage(reader.language) }, path),
  fields,
})

export function IdeaPage({ reader, idea, errors }: { reader: Reader; idea: Idea; errors: readonly FormError[] }) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('fit.start.title')} switchForm={switchOf(reader, '/fit', { ...idea })}>
      {errors.length > 0 && (
        <ErrorSummary
          reader={reader}
          errors={errors.map((one) => ({ field: one.field, message: words.of(one.message) }))}
        />
      )}
      <IdeaForm reader={reader} idea={idea} errors={errors} />
    </Page>
  )
}

export function ConfirmPage({
  reader,
  idea,
  suggested,
  errors = [],
}: {
  reader: Reader
  idea: Idea
  suggested: Suggested
  errors?: readonly FormError[]
}) {
  const { words, language } = reader
  const message = (field: string) => {
    const found = errors.find((one) => one.field === field)
    return found && words.of(found.message)
  }
  return (
    <Page
      reader={reader}
      title={words('fit.confirm.title')}
      lead={words('fit.confirm.lead')}
      switchForm={switchOf(reader, '/fit', { ...idea })}
    >
      {errors.length > 0 && (
        <ErrorSummary
          reader={reader}
          errors={errors.map((one) => ({ field: one.field, message: words.of(one.message) }))}
        />
      )}
      <Form action={hrefIn(reader, '/fit/report')} hidden={{ title: idea.title, text: idea.text }}>
        {suggested.length === 0 ? (
          <Unknown reader={reader} known={words('fit.confirm.none')} />
        ) : (
          <Choices
            reader={reader}
            name="category"
            kind="checkbox"
            legend={words('fit.confirm.choices')}
            chosen={suggested.filter((one) => one.confidence !== 'possible').map((one) => one.code)}
            error={message('category')}
            choices={suggested.map((one) => ({
              value: one.code,
              label: `${labelOf(one.code, language)} (${one.code})`,
              description: `${words(`categories.confidence.${one.confidence}`)}. ${one.because.slice(0, 2).map(words.of).join(' ')}`,
            }))}
          />
        )}
        <Field
          reader={reader}
          name="code"
          label={words('fit.form.code')}
          hint={words('fit.form.codeHint')}
          error={message('code')}
          optional
          width="short"
          inputmode="numeric"
        />
        <Button>{words('fit.form.report')}</Button>
      </Form>
    </Page>
  )
}

export function ReportPage({ reader, idea, fit, all }: { reader: Reader; idea: Idea; fit: Fit; all: boolean }) {
  const { words, language } = reader
  const shown = all ? fit.openings : fit.openings.slice(0, FIRST)
  const fields = { title: idea.title, text: idea.text, code: fit.categories.join(' ') }
  return (
    <Page
      reader={reader}
      title={words('fit.report.title', { title: idea.title })}
      lead={words('fit.report.reach', { reach: reader.reach })}
      switchForm={switchOf(reader, '/fit/report', fields)}
      wide
    >
      {fit.openings.length > 0 ? (
        <Section title={words('fit.report.found', { count: fit.openings.length })}>
          {shown.map((opening) => (
            <OpeningView reader={reader} opening={opening} />
          ))}
          {shown.length < fit.openings.length && (
            <Form action={hrefIn(reader, '/fit/report')} hidden={{ ...fields, all: '1' }}>
              <Button kind="secondary">{words('fit.report.more', { count: fit.openings.length })}</Button>
            </Form>
          )}
        </Section>
      ) : (
        <NoFit reader={reader} fit={fit} />
      )}
      <Spending reader={reader} spent={fit.spent} />
      <Section title={words('fit.report.categories')}>
        <ul>
          {fit.categories.map((code) => (
            <li>
              <a href={hrefIn(reader, `/categories/${code}`)}>{labelOf(code, language)}</a> ({codeWithCheck(code)})
            </li>
          ))}
        </ul>
        <Form action={hrefIn(reader, '/fit')} hidden={{ title: idea.title, text: idea.text }}>
          <Button kind="quiet">{words('fit.report.again')}</Button>
        </Form>
      </Section>
    </Page>
  )
}

function NoFit({ reader, fit }: { reader: Reader; fit: Fit }) {
  const { words } = reader
  return (
    <>
      <Notice kind="info" title={words('fit.report.none')}>
        {words('fit.report.noneLead', { reach: reader.reach })}
      </Notice>
      <Section title={words('fit.report.nearest')}>
        {fit.nearest.length ? (
          fit.nearest.map((one) => <OpeningView reader={reader} opening={one} />)
        ) : (
          <p>{words('fit.report.nothing')}</p>
        )}
      </Section>
    </>
  )
}

function Spending({ reader, spent }: { reader: Reader; spent: readonly Spent[] }) {
  const { words, language } = reader
  return (
    <Section title={words('fit.report.spent')} lead={words('fit.report.spentLead')}>
      <Table
        caption={words('fit.report.spent')}
        captionHidden
        columns={[
          {
            label: words('fit.report.unit'),
            cell: (row: Spent) => (row.unit ? `${row.unit}, ${row.buyerName}` : row.buyerName),
          },
          {
            label: words('fit.report.account'),
            cell: (row: Spent) => `${row.account} → ${labelOf(row.category as Code, language)}`,
          },
          {
            label: words('fit.report.amount'),
            kind: 'number',
            cell: (row: Spent) => moneyInWords(sek(row.amount), language),
          },
        ]}
        rows={spent.slice(0, 20)}
        empty={words('fit.report.spentNone')}
      />
    </Section>
  )
}
