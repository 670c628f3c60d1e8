/** The page for someone who is not the operator: how one becomes it. */
import { ActionLink, Actions, hrefIn, Page, type Reader } from '../web/index.js'

/** For a reader outside, with everyone's menu. */
export function OperatorOnlyPage({ reader }: { reader: Reader }) {
  const { words } = reader
  return (
    <Page reader={reader} title={words('people.operator.title')} lead={words('people.operator.only')}>
      <Actions>
        <ActionLink href={hrefIn(reader, '/')}>{words('people.operator.public')}</ActionLink>
      </Actions>
    </Page>
  )
}
