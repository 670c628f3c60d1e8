/** Where an officer goes on from a file that was read in: to the files that still wait, and to what this one shows. */
import { hrefIn, LinkList, Section, Written, type Reader } from '../../web/index.js'
import type { WaitingRow } from '../store/waiting.js'

export interface NextSteps {
  readonly waiting: readonly Pick<WaitingRow, 'id' | 'file'>[]
  /** Whose purchases or contracts are known now. */
  readonly buyers: readonly { readonly number: string; readonly name: string }[]
  readonly hasContracts: boolean
}

export function Next({ reader, waiting, buyers, hasContracts }: NextSteps & { reader: Reader }) {
  const { words } = reader
  const links = [
    ...waiting.map(({ id, file }) => ({
      href: hrefIn(reader, `/imports/waiting/${id}`),
      label: words('purchasing.next.waiting', { file }),
    })),
    ...(hasContracts ? [{ href: hrefIn(reader, '/renewals'), label: words('purchasing.next.renewals') }] : []),
    ...buyers.map(({ number, name }) => ({
      href: hrefIn(reader, `/buyers/${number}/contracts-followed`),
      label: words('purchasing.next.followed'),
      detail: <Written>{name}</Written>,
    })),
  ]
  if (links.length === 0) return null
  return (
    <Section title={words('purchasing.next.title')}>
      <LinkList links={links} />
    </Section>
  )
}
