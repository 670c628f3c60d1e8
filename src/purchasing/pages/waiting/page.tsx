/** How a file whose columns no format knows would be read, and the form in which a person confirms or corrects it. */
import { Actions, Button, ErrorSummary, Form, hrefIn, Page, Section, type Reader } from '../../../web/index.js'
import { Columns } from './columns.js'
import type { WaitingProps } from './props.js'
import { FirstRows } from './rows.js'
import { Covers, WholeFile } from './whole.js'

export function WaitingPage(props: WaitingProps) {
  const { reader, row, judgement, toSay, month } = props
  const { words } = reader
  const { file } = row
  const isOverlap = month !== undefined
  const hidden = isOverlap ? { asks: 'overlap', month } : { kindBefore: judgement.mapping.kind }
  return (
    <Page
      reader={reader}
      title={words('purchasing.waiting.title')}
      lead={isOverlap ? words('purchasing.waiting.leadOverlap', { file }) : words('purchasing.waiting.lead', { file })}
      trail={[{ href: hrefIn(reader, '/imports'), label: words('purchasing.imports.title') }]}
      wide
    >
      <ErrorSummary
        reader={reader}
        title={words('purchasing.waiting.toSay', { count: toSay.length })}
        errors={toSay.map(({ field, because }) => ({ field, message: words.of(because) }))}
      />
      <Form action={hrefIn(reader, `/imports/waiting/${row.id}`)} hidden={hidden}>
        {isOverlap ? null : <Columns {...props} />}
        {isOverlap ? null : <WholeFile {...props} />}
        {isOverlap || judgement.mapping.kind === 'ledger' ? <Covers {...props} /> : null}
        <Acts reader={reader} isOverlap={isOverlap} />
      </Form>
      {isOverlap ? null : (
        <Section title={words('purchasing.waiting.preview')} lead={words('purchasing.waiting.previewLead')}>
          <FirstRows {...props} />
        </Section>
      )}
    </Page>
  )
}

/** The first button is what Enter does: nothing is kept by it. */
function Acts({ reader: { words }, isOverlap }: { reader: Reader; isOverlap: boolean }) {
  return (
    <Actions>
      {isOverlap ? null : (
        <Button kind="secondary" name="act" value="again">
          {words('purchasing.waiting.again')}
        </Button>
      )}
      <Button name="act" value="import">
        {words('purchasing.waiting.import')}
      </Button>
      <Button kind="quiet" name="act" value="drop">
        {words('purchasing.waiting.drop')}
      </Button>
    </Actions>
  )
}
