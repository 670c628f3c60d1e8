/** Which names a supplier has by guess, and what a person has said of them. For the operator, who may part and join. */
import { instantInWords } from '../../../kit/day.js'
import { Button, Disclosure, Form, hrefIn, Written, type Reader } from '../../../web/index.js'
import type { JoinedName, PartingShown } from '../../store/parting.js'
import { numberWritten, Said } from '../parts.js'

export interface PartingProps {
  readonly reader: Reader
  readonly supplier: { readonly address: string }
  readonly joined: readonly JoinedName[]
  readonly partings: readonly PartingShown[]
}

/** Folded until something is said: many files give no numbers, and seldom is a guess wrong. */
export function Parting({ reader, supplier, joined, partings }: PartingProps) {
  if (joined.length + partings.length === 0) return null
  const { words } = reader
  return (
    <Disclosure summary={words('purchasing.parting.title')} open={partings.length > 0}>
      <p>{words('purchasing.parting.lead')}</p>
      {joined.map((one) => (
        <Form
          action={hrefIn(reader, `/suppliers/${supplier.address}/partings`)}
          hidden={{ name: one.nameKey }}
          label={one.name}
        >
          <p>
            <Written>{one.name}</Written>: {words('purchasing.parting.joined', { files: one.files })}
          </p>
          <Button kind="secondary">
            {words('purchasing.parting.part')}
            <span class="ds-sr-only"> {one.name}</span>
          </Button>
        </Form>
      ))}
      {partings.map((one) => (
        <Parted reader={reader} supplier={supplier} parting={one} />
      ))}
    </Disclosure>
  )
}

function Parted({ reader, supplier, parting }: Pick<PartingProps, 'reader' | 'supplier'> & { parting: PartingShown }) {
  const { words, language } = reader
  const { id, name, number, at, by, otherAddress, otherName } = parting
  return (
    <Form action={hrefIn(reader, `/suppliers/${supplier.address}/partings/${id}/withdrawal`)} label={name}>
      <p>
        <Written>{name}</Written>:{' '}
        {words('purchasing.parting.parted', {
          number: numberWritten(number),
          at: instantInWords(at, language),
          by,
        })}{' '}
        {otherAddress === null || otherName === null ? null : (
          <Said reader={reader} to={`/suppliers/${otherAddress}`}>
            {otherName}
          </Said>
        )}
      </p>
      <Button kind="secondary">{words('purchasing.parting.join')}</Button>
    </Form>
  )
}
