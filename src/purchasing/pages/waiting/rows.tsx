/** The first rows of a waiting file as they would be read, with what is wrong beside them. */
import { dayInWords, type Day } from '../../../kit/day.js'
import { moneyExactly } from '../../../kit/money.js'
import { Table, Written, type Column, type Reader } from '../../../web/index.js'
import type { MappedStatement, RowAsRead } from '../../import/mapping/index.js'
import type { WaitingProps } from './props.js'

export function FirstRows({ reader, asRead }: WaitingProps) {
  const { words } = reader
  const columns: Column<RowAsRead>[] = [
    { label: words('purchasing.waiting.line'), kind: 'number', cell: ({ line }) => line },
    {
      label: words('purchasing.waiting.reads'),
      kind: 'long',
      cell: ({ statement }) =>
        statement ? <Written>{inWords(reader, statement)}</Written> : words('purchasing.waiting.notRead'),
    },
    {
      label: words('purchasing.waiting.remarks'),
      kind: 'long',
      cell: ({ problems }) => problems.map(({ because }) => words.of(because)).join(' '),
    },
  ]
  return (
    <Table
      caption={words('purchasing.waiting.preview')}
      captionHidden
      rowHeader={false}
      columns={columns}
      rows={asRead}
      empty=""
    />
  )
}

function inWords({ words, language }: Reader, of: MappedStatement): string {
  const supplier = of.supplier.name ?? words('purchasing.waiting.noName')
  const dayOr = (day: Day | undefined) => (day ? dayInWords(day, language) : words('purchasing.waiting.unknownDay'))
  if (of.kind === 'contract') {
    const { number, title, startsOn, endsOn } = of
    const days = words('purchasing.waiting.days', { from: dayOr(startsOn), to: dayOr(endsOn) })
    return words('purchasing.waiting.register', { number, title, supplier, days })
  }
  return words('purchasing.waiting.purchase', {
    day: dayOr(of.bookedOn),
    amount: moneyExactly({ amount: of.amount, currency: of.currency }, language),
    supplier,
    account: [of.account.code, of.account.text].filter(Boolean).join(' '),
    unit: of.unit ? words('purchasing.waiting.unit', { unit: of.unit }) : '',
  })
}
