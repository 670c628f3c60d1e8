/** One line of a ledger: what the file says, what it was judged to be and why, and, for the operator, correcting it. */
import type { Child } from 'hono/jsx'
import { dayInWords } from '../../../kit/day.js'
import type { Message } from '../../../kit/words/index.js'
import {
  ActionLink,
  Facts,
  Figures,
  hrefIn,
  Notice,
  Page,
  Section,
  Unknown,
  Written,
  WRITTEN,
  type Reader,
} from '../../../web/index.js'
import { purchasesAddress } from '../../selection.js'
import type { BuyerRow } from '../../store/buyers.js'
import type { InvoiceBehind } from '../../store/invoice.js'
import type { LineRow } from '../../store/line.js'
import { InvoiceOfLine } from '../invoices/of-line.js'
import { Category, exactly, Said } from '../parts.js'
import { Place } from '../told.js'
import { Correcting, type CorrectingProps } from './correcting.js'

export interface LineProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly line: LineRow
  /** The same invoice, line by line, as far as it may be seen. */
  readonly invoice: InvoiceBehind | 'several' | undefined
  /** Why it is counted in no sum of purchases; undefined where it is counted. */
  readonly apart: readonly Message[] | undefined
  /** For the operator, who may correct. */
  readonly correcting?: Omit<CorrectingProps, 'reader' | 'buyer' | 'line'> | undefined
}

export function LinePage(props: LineProps) {
  const { reader, buyer, line, invoice, apart, correcting } = props
  const { words, language } = reader
  return (
    <Page
      reader={reader}
      title={line.supplierName ?? words('purchasing.judged.line.title')}
      {...(line.supplierName === null ? {} : { titleLang: WRITTEN })}
      lead={words('purchasing.judged.line.lead', { day: dayInWords(line.bookedOn, language), buyer: buyer.name })}
      trail={[
        { href: hrefIn(reader, '/buyers'), label: words('purchasing.buyers.title') },
        { href: hrefIn(reader, `/buyers/${buyer.number}`), label: buyer.name, lang: WRITTEN },
        { href: hrefIn(reader, purchasesAddress(buyer.number)), label: words('purchasing.lines.title') },
      ]}
    >
      {correcting?.done}
      <Main reader={reader} line={line} apart={apart} />
      {apart ? <Apart reader={reader} buyer={buyer} apart={apart} /> : <Judged reader={reader} line={line} />}
      {correcting ? <Correcting reader={reader} buyer={buyer} line={line} {...correcting} /> : null}
      <Told reader={reader} line={line} />
      {invoice ? <InvoiceOfLine reader={reader} invoice={invoice} /> : null}
    </Page>
  )
}

interface OfLine {
  readonly reader: Reader
  readonly line: LineRow
}

function Main({ reader, line, apart }: OfLine & Pick<LineProps, 'apart'>) {
  const { words } = reader
  return (
    <Figures
      figures={[
        {
          label: words('purchasing.judged.line.amount'),
          value: exactly(reader, line.amount, line.currency),
          detail: words('purchasing.judged.vatIs', { vat: line.vat }),
        },
        {
          label: words('purchasing.judged.line.category'),
          value: apart ? words('purchasing.judged.apart.title') : <Known reader={reader} line={line} />,
          detail: apart || line.confidence === null ? undefined : words(`categories.confidence.${line.confidence}`),
        },
      ]}
    />
  )
}

const Known = ({ reader, line: { category } }: OfLine) =>
  category === null ? (
    <Unknown reader={reader} known={reader.words('purchasing.judged.line.categoryKnown')} />
  ) : (
    <Category reader={reader} code={category} />
  )

interface ApartProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly apart: readonly Message[]
}

function Apart({ reader, buyer, apart }: ApartProps) {
  const { words } = reader
  return (
    <Notice
      title={words('purchasing.judged.apart.line')}
      next={
        <ActionLink kind="quiet" href={hrefIn(reader, `/buyers/${buyer.number}/set-apart`)}>
          {words('purchasing.judged.apart.toAll')}
        </ActionLink>
      }
    >
      <Reasons reader={reader} because={apart} />
    </Notice>
  )
}

const read = (stored: string | null): readonly Message[] =>
  stored === null ? [] : [JSON.parse(stored) as Message | Message[]].flat()

function Judged({ reader, line }: OfLine) {
  const { words } = reader
  const l = (key: 'because' | 'contract' | 'following') => words(`purchasing.judged.line.${key}`)
  if (line.contractBecause === null || line.following === null)
    return <Notice title={words('purchasing.judged.line.notJudged')} />
  const { following } = line
  return (
    <Section title={words('purchasing.judged.line.judged')}>
      <Facts
        facts={[
          { label: l('because'), value: <Reasons reader={reader} because={read(line.because)} /> },
          { label: l('contract'), value: <Under reader={reader} line={line} /> },
          {
            label: l('following'),
            value: (
              <>
                <p>
                  <strong>{words('purchasing.judged.followed.following', { following })}.</strong>{' '}
                  {words('purchasing.judged.followed.means', { following })}
                </p>
                <Beside reader={reader} line={line} />
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Reasons({ reader: { words }, because }: { reader: Reader; because: readonly Message[] }) {
  const [first, ...others] = because
  if (!first) return null
  if (others.length === 0) return <p>{words.of(first)}</p>
  return (
    <ol>
      {because.map((one) => (
        <li>{words.of(one)}</li>
      ))}
    </ol>
  )
}

function Under({ reader, line }: OfLine) {
  const because = read(line.contractBecause).map((one) => reader.words.of(one))
  return (
    <>
      <p>
        {line.contractAddress === null ? (
          reader.words('purchasing.judged.line.noContract')
        ) : (
          <Said reader={reader} to={`/contracts/${line.contractAddress}`}>
            {`${line.contractNumber} ${line.contractTitle ?? ''}`}
          </Said>
        )}
      </p>
      <p>{because.join(' ')}</p>
    </>
  )
}

function Beside({ reader, line: { besideAddress, besideNumber, besideTitle } }: OfLine) {
  if (besideAddress === null) return null
  return (
    <p>
      {reader.words('purchasing.judged.line.besideOf')}{' '}
      <Said reader={reader} to={`/contracts/${besideAddress}`}>
        {`${besideNumber} ${besideTitle ?? ''}`}
      </Said>
    </p>
  )
}

function Told({ reader, line }: OfLine) {
  const { words } = reader
  const stated = (text: string | null): Child =>
    text === null ? words('purchasing.judged.line.notStated') : <Written>{text}</Written>
  const own = [
    { label: words('purchasing.lines.voucher'), value: line.voucher },
    { label: words('purchasing.judged.line.invoice'), value: line.invoice ?? stated(null) },
  ]
  return (
    <Section title={words('purchasing.judged.line.told')}>
      <Facts
        facts={[
          { label: words('purchasing.judged.line.place'), value: <Place reader={reader} {...line} /> },
          { label: words('purchasing.lines.supplier'), value: <Supplier reader={reader} line={line} /> },
          {
            label: words('purchasing.lines.account'),
            value: <Written>{`${line.accountCode} ${line.accountText}`}</Written>,
          },
          { label: words('purchasing.judged.line.unit'), value: stated(line.unit) },
          { label: words('purchasing.judged.line.contractStated'), value: stated(line.contractStated) },
          ...(reader.reach === 'internal' ? own : []),
        ]}
      />
    </Section>
  )
}

function Supplier({ reader, line: { supplierName, supplierAddress } }: OfLine) {
  if (supplierName === null) return <>{reader.words('purchasing.buyer.notNamed', { reach: reader.reach })}</>
  return (
    <Said reader={reader} to={`/suppliers/${supplierAddress}`}>
      {supplierName}
    </Said>
  )
}
