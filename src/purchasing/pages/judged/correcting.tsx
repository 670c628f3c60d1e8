/** Saying what a line really is: alone, or as a rule about its supplier, its account or both; and taking that back. */
import type { Child } from 'hono/jsx'
import { categoryOf, divisionOf, isCode, labelOf, type Code } from '../../../categories/index.js'
import { instantInWords, type Instant } from '../../../kit/day.js'
import {
  ActionLink,
  Actions,
  Button,
  Choices,
  Form,
  hrefIn,
  Notice,
  Search,
  Section,
  type Reader,
} from '../../../web/index.js'
import { lineAddress } from '../../selection.js'
import { NOT_A_PURCHASE } from '../../own-rules.js'
import type { BuyerRow } from '../../store/buyers.js'
import type { LineRow } from '../../store/line.js'

/** What a correction is about: the line, or all that a rule fits. */
export const APPLIES = ['line', 'supplier', 'account', 'both'] as const
export type Applies = (typeof APPLIES)[number]

export interface CorrectingProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly line: LineRow
  /** What was searched for, and the categories it led to. */
  readonly words: string
  readonly found: readonly Code[]
  readonly chosen?: { readonly category: string; readonly applies: Applies } | undefined
  /** Nothing was chosen. */
  readonly isWrong?: boolean | undefined
  /** The correction that stands. */
  readonly standing?: { readonly category: string; readonly at: Instant; readonly by: string } | undefined
  /** What an act just did. */
  readonly done?: Child
}

export function Correcting(props: CorrectingProps) {
  const { reader, buyer, line, words: sought, found, standing } = props
  const { words } = reader
  const at = hrefIn(reader, lineAddress(buyer.number, line))
  return (
    <Section title={words('purchasing.judged.correct.title')} id="correct">
      {standing ? <Standing {...props} standing={standing} /> : null}
      <Search
        reader={reader}
        action={`${at}#correct`}
        label={words('purchasing.judged.correct.search')}
        hint={words('purchasing.judged.correct.hint')}
        value={sought}
      />
      {found.length ? <Candidates {...props} /> : null}
      {sought && found.length === 0 ? <p>{words('purchasing.judged.correct.noneFound', { words: sought })}</p> : null}
      {line.isApart || line.noPurchase !== null ? null : <NoPurchase {...props} />}
      <p>
        <a class="ds-link" href={hrefIn(reader, `/buyers/${buyer.number}/rules`)}>
          {words('purchasing.judged.correct.toRules')}
        </a>
      </p>
    </Section>
  )
}

function Standing({
  reader,
  buyer,
  line,
  standing,
}: CorrectingProps & { standing: NonNullable<CorrectingProps['standing']> }) {
  const { words, language } = reader
  const { category, at, by } = standing
  return (
    <Form action={`${hrefIn(reader, lineAddress(buyer.number, line))}/correction/withdrawal`}>
      <p>
        {words('purchasing.judged.correct.standing', {
          category: isCode(category) ? labelOf(category, language) : words('purchasing.judged.apart.title'),
          at: instantInWords(at, language),
          by,
        })}
      </p>
      <Button kind="secondary">{words('purchasing.judged.correct.takeBack')}</Button>
    </Form>
  )
}

function Candidates({ reader, buyer, line, words: sought, found, chosen, isWrong }: CorrectingProps) {
  const { words, language } = reader
  const c = (key: 'choose' | 'save') => words(`purchasing.judged.correct.${key}`)
  return (
    <Form action={`${hrefIn(reader, lineAddress(buyer.number, line))}/correction`} hidden={{ q: sought }}>
      <Choices
        reader={reader}
        name="category"
        legend={c('choose')}
        choices={found.map((code) => ({
          value: code,
          label: labelOf(code, language),
          description: standsUnder(reader, code),
        }))}
        chosen={chosen?.category}
        error={isWrong ? words('purchasing.judged.correct.chooseOne') : undefined}
      />
      <About reader={reader} line={line} chosen={chosen?.applies} />
      <Actions>
        <Button>{c('save')}</Button>
      </Actions>
    </Form>
  )
}

/** Grants, transfers and the like on an account that purchases are booked on too. */
function NoPurchase({ reader, buyer, line }: CorrectingProps) {
  const { words } = reader
  return (
    <details class="disclosure">
      <summary>{words('purchasing.judged.apart.offer')}</summary>
      <div class="disclosure-body">
        <p>{words('purchasing.judged.apart.offerWhy')}</p>
        <Form
          action={`${hrefIn(reader, lineAddress(buyer.number, line))}/correction`}
          hidden={{ category: NOT_A_PURCHASE }}
        >
          <About reader={reader} line={line} chosen={undefined} />
          <Actions>
            <Button kind="secondary">{words('purchasing.judged.apart.save')}</Button>
          </Actions>
        </Form>
      </div>
    </details>
  )
}

/** The line alone, or all that is alike. */
function About({ reader, line, chosen }: Pick<CorrectingProps, 'reader' | 'line'> & { chosen: Applies | undefined }) {
  const { words } = reader
  const account = `${line.accountCode} ${line.accountText}`
  const supplier = line.supplierName ?? ''
  const may = APPLIES.filter((to) => line.supplierName !== null || to === 'line' || to === 'account')
  return (
    <Choices
      reader={reader}
      name="applies"
      legend={words('purchasing.judged.correct.applies')}
      hint={words('purchasing.judged.correct.ruleHint')}
      choices={may.map((to) => ({
        value: to,
        label: words('purchasing.judged.correct.appliesTo', { to, supplier, account }),
      }))}
      chosen={chosen ?? 'line'}
    />
  )
}

/** '33193000', with the division it lies in where that is not itself. */
function standsUnder(reader: Reader, code: Code): string {
  const division = divisionOf(code)
  return categoryOf(division).code === code ? code : `${code}, ${labelOf(division, reader.language)}`
}

interface DoneProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly did: 'corrected' | 'taken' | 'ruled'
  readonly lines: number
}

/** After an act: what it changed. */
export function Done({ reader, buyer, did, lines }: DoneProps) {
  const { words } = reader
  if (did === 'ruled')
    return (
      <Notice
        kind="done"
        title={words('purchasing.judged.correct.ruleDone')}
        next={
          <ActionLink kind="quiet" href={hrefIn(reader, `/buyers/${buyer.number}/rules`)}>
            {words('purchasing.judged.correct.toRules')}
          </ActionLink>
        }
      >
        <p>{words('purchasing.judged.correct.ruleDoneWhy', { lines })}</p>
      </Notice>
    )
  const isTaken = did === 'taken'
  return (
    <Notice kind="done" title={words(`purchasing.judged.correct.${isTaken ? 'doneTaken' : 'done'}`, { lines })}>
      <p>{words(`purchasing.judged.correct.${isTaken ? 'takenWhy' : 'doneWhy'}`)}</p>
    </Notice>
  )
}
