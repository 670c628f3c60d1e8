/** A section for a contract's page: what was bought under it brings, how sure that is, and what a known switch could save. */
import { shareInWords } from '../../kit/money.js'
import type { KnownContract } from '../../purchasing/index.js'
import { Facts, hrefIn, Section, Unknown, type Reader } from '../../web/index.js'
import type { SavingFound } from '../acts/decisions.js'
import type { FootprintFound } from '../acts/footprint.js'
import { figureAddress } from '../address.js'
import { rangeInWords, weightInWords } from '../told.js'
import { inLess, switchCalled, SwitchSteps } from './switched.js'

interface Of {
  readonly reader: Reader
  readonly contract: KnownContract
  /** Undefined where nothing was bought under it. */
  readonly footprint: FootprintFound | undefined
  readonly saving: SavingFound
}
type Known = Of & { readonly footprint: FootprintFound }

/** Nothing of a contract that a later register leaves out, as elsewhere on its page. */
export function ContractClimate({ footprint, ...of }: Of) {
  const { reader, contract } = of
  if (contract.state === 'withdrawn') return null
  return (
    <Section title={reader.words('impact.contract.title')} id="climate">
      {footprint ? (
        <Facts facts={[...footprintOf({ ...of, footprint }), ...savingOf({ ...of, footprint })]} />
      ) : (
        <p>{reader.words('impact.contract.nothing')}</p>
      )}
    </Section>
  )
}

function footprintOf(of: Known) {
  const { reader, footprint } = of
  const { words, language } = reader
  const { year, sum, covered, inQuantities, restsOnQuantities, asked } = footprint
  const label = words('impact.page.footprint', { year, part: covered < 1 && sum ? 'part' : 'most' })
  const missing = asked.map(words.of).join(' ')
  if (!sum) return [{ label, value: <NotReckoned reader={reader} missing={missing} /> }]
  const rests = words('impact.contract.shares', {
    covered: shareInWords(covered, language),
    quantities: shareInWords(inQuantities, language),
  })
  return [
    { label, value: <Figure {...of} sum={sum} /> },
    {
      label: words('impact.better.factor'),
      value: restsOnQuantities ? rests : `${words('impact.page.average')} ${rests}`,
    },
    ...(missing === '' ? [] : [{ label: words('impact.missing.title'), value: missing }]),
  ]
}

const NotReckoned = ({ reader, missing }: { reader: Reader; missing: string }) => (
  <>
    <Unknown reader={reader} /> {missing}
  </>
)

function Figure({ reader, contract, footprint, sum }: Known & { readonly sum: NonNullable<FootprintFound['sum']> }) {
  const { words } = reader
  const address = figureAddress({ by: 'contract', year: footprint.year }, contract.address)
  return (
    <>
      <a class="ds-link" href={hrefIn(reader, address)}>
        {weightInWords(sum.kgCo2e, words)}
      </a>
      , {words('impact.page.likely', { range: rangeInWords(sum, words) })}
    </>
  )
}

/** Nothing is said of it where no invoice tells a quantity: the average above says what is missing. */
function savingOf({ reader, saving: { switches } }: Known) {
  return switches
    .filter(({ saving }) => saving.yearly > 0)
    .map((one) => ({
      label: reader.words('impact.contract.saving'),
      value: (
        <>
          {reader.words('impact.contract.switch', { switch: switchCalled(reader, one), less: inLess(reader, one) })}
          <SwitchSteps reader={reader} one={one} />
        </>
      ),
    }))
}
