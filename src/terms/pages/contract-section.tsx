/** A section for a contract's page: how long it binds, against the cap, and what such a term means to a supplier. */
import { dayInWords, type Day } from '../../kit/day.js'
import type { KnownContract } from '../../purchasing/index.js'
import { Facts, hrefIn, LinkList, Section, Unknown, Why, type Reader } from '../../web/index.js'
import { termsAddress } from '../asked.js'
import { filledBy, termOf, type ContractTerm } from '../contract-prefill.js'
import type { Cap } from '../rules/lawful.js'

interface Of {
  readonly reader: Reader
  readonly contract: KnownContract
}

/** The cap comes from whoever knows the law. */
export function ContractTerms({ reader, contract, cap }: Of & { readonly cap: Cap }) {
  const { words } = reader
  const term = termOf(contract, cap.years)
  return (
    <Section title={words('terms.contract.title')} id="term">
      {term ? (
        <Known {...{ reader, contract, term, cap }} />
      ) : (
        <Unknown reader={reader} known={words('terms.contract.known')} />
      )}
    </Section>
  )
}

function Known({ reader, contract, term, cap }: Of & { readonly term: ContractTerm; readonly cap: Cap }) {
  const { words } = reader
  const { sureYears, span } = term
  return (
    <>
      <Facts
        facts={[
          ...lengths(reader, term),
          { label: words('terms.contract.cap'), value: <Against {...{ reader, contract, term, cap }} /> },
        ]}
      />
      <LinkList
        links={[
          {
            href: hrefIn(reader, termsAddress(filledBy(contract), contract.address)),
            label: words('terms.contract.payback', { years: sureYears }),
          },
          ...(span === 'unknown'
            ? []
            : [
                { href: hrefIn(reader, `/terms/contracts?length=${span}#list`), label: words('terms.contract.others') },
              ]),
        ]}
      />
    </>
  )
}

function lengths({ words, language }: Reader, { to, sureYears, whole }: ContractTerm) {
  const told = (on: Day) => dayInWords(on, language)
  return [
    { label: words('terms.contract.sure'), value: words('terms.contract.years', { years: sureYears, to: told(to) }) },
    ...(whole && whole.to > to
      ? [
          {
            label: words('terms.contract.whole'),
            value: `${words('terms.contract.years', { years: whole.years, to: told(whole.to) })} ${words('terms.contract.notCounted')}`,
          },
        ]
      : []),
  ]
}

function Against({
  reader,
  contract: { agreement },
  term,
  cap,
}: Of & { readonly term: ContractTerm; readonly cap: Cap }) {
  const { words } = reader
  const { place } = term
  return (
    <>
      {words('terms.contract.against', {
        agreement: agreement ?? 'unknown',
        place: place ?? 'unknown',
        years: cap.years,
      })}
      {agreement === 'contract' ? null : (
        <Why reader={reader} about={words('terms.contract.cap')} sources={cap.sources} />
      )}
    </>
  )
}
