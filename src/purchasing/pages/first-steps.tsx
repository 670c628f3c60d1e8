/** The start page before anything has been read in. */
import { Page, Steps, type Reader } from '../../web/index.js'
import { UploadForm } from './imports.js'

export function FirstStepsPage({ reader }: { reader: Reader }) {
  const { words } = reader
  const isOperator = reader.reach === 'internal'
  const steps = [
    {
      title: words('purchasing.first.files'),
      body: isOperator ? <UploadForm reader={reader} /> : <p>{words('purchasing.first.link')}</p>,
    },
    { title: words('purchasing.first.confirm'), body: <p>{words('purchasing.first.confirmBody')}</p> },
    { title: words('purchasing.first.look'), body: <p>{words('purchasing.first.lookBody')}</p> },
  ]
  return (
    <Page reader={reader} title={words('purchasing.first.title')} lead={words('purchasing.first.lead')} hero>
      <Steps steps={steps} />
    </Page>
  )
}
