/** Which of the suggested categories the idea concerns: a person says so, and may add their own. */
import { labelOf, type Suggestion } from '../categories/index.js'
import { Button, Choices, Empty, Field, Form, hrefIn, Page, Section, type Reader } from '../web/index.js'
import type { FormError } from './form-error.js'
import { fieldsOf, type Idea } from './idea.js'
import { NumberFields } from './number-fields.js'
import { writtenOf, type WrittenNumbers } from './numbers.js'
import { errorOf, Errors, relationName, switchOf } from './pages.js'

interface ConfirmProps {
  readonly reader: Reader
  readonly idea: Idea
  readonly suggested: readonly Suggestion[]
  /** As the person left them; without it the strong and likely suggestions are ticked. */
  readonly ticked?: readonly string[] | undefined
  readonly typed?: string
  /** The numbers as they were typed; without it as they were read. */
  readonly written?: WrittenNumbers
  readonly errors?: readonly FormError[]
}

export function ConfirmPage(props: ConfirmProps) {
  const { reader, idea, suggested, ticked, typed = '', errors = [] } = props
  const { words } = reader
  const certain = suggested.filter(({ confidence }) => confidence !== 'possible').map(({ code }) => code)
  return (
    <Page
      reader={reader}
      title={words('fit.confirm.title')}
      lead={suggested.length ? words('fit.confirm.lead', { ticked: certain.length ? 'some' : 'none' }) : undefined}
      switchForm={switchOf(reader, '/fit', { ...fieldsOf(idea), code: typed })}
    >
      <Errors reader={reader} errors={errors} idea={idea} />
      <YourIdea reader={reader} idea={idea} />
      <Form action={hrefIn(reader, '/fit/report')} hidden={{ title: idea.title, text: idea.text }}>
        <Suggestions
          reader={reader}
          suggested={suggested}
          chosen={ticked ?? certain}
          error={errorOf('category', errors, reader)}
        />
        <Field
          reader={reader}
          name="code"
          label={words('fit.form.code')}
          hint={words('fit.form.codeHint')}
          value={typed}
          error={errorOf('code', errors, reader)}
          optional
          width="short"
          inputmode="numeric"
        />
        <NumberFields reader={reader} written={props.written ?? writtenOf(idea.numbers ?? {})} errors={errors} />
        <Button>{words('fit.form.report')}</Button>
      </Form>
      <WhatTheyHold reader={reader} suggested={suggested} />
    </Page>
  )
}

/** What the categories are of, and the way back to it. */
function YourIdea({ reader, idea }: { reader: Reader; idea: Idea }) {
  const { words } = reader
  return (
    <Form action={hrefIn(reader, '/fit/idea')} hidden={fieldsOf(idea)}>
      <p class="fit-idea">
        <q>{idea.title}</q> <Button kind="quiet">{words('fit.report.again')}</Button>
      </p>
    </Form>
  )
}

/** In a tab of its own, since the form's answer would be lost. */
function WhatTheyHold({ reader, suggested }: { reader: Reader; suggested: readonly Suggestion[] }) {
  const { words, language } = reader
  if (suggested.length === 0) return null
  return (
    <Section title={words('fit.confirm.hold')}>
      <ul>
        {suggested.map(({ code }) => (
          <li>
            <a class="ds-link" href={hrefIn(reader, `/categories/${code}`)} target="_blank" rel="noopener">
              {labelOf(code, language)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface SuggestionsProps {
  readonly reader: Reader
  readonly suggested: readonly Suggestion[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
}

function Suggestions({ reader, suggested, chosen, error }: SuggestionsProps) {
  const { words, language } = reader
  if (suggested.length === 0) return <Empty>{words('fit.confirm.none')}</Empty>
  const about = ({ relation, confidence, because }: Suggestion) =>
    [
      words('fit.confirm.relation', { relation: relationName(relation) }),
      `${words(`categories.confidence.${confidence}`)}.`,
      ...because.slice(0, 2).map(words.of),
    ].join(' ')
  return (
    <Choices
      reader={reader}
      name="category"
      kind="checkbox"
      legend={words('fit.confirm.choices')}
      chosen={chosen}
      error={error}
      choices={suggested.map((one) => ({
        value: one.code,
        label: `${labelOf(one.code, language)} (${one.code})`,
        description: about(one),
      }))}
    />
  )
}
