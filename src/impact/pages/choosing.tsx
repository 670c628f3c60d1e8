/** What the climate page and its parts are given, and how a reader chooses it: whose, which year, seen in which way. */
import { hrefIn, Switch, Written, type Reader } from '../../web/index.js'
import type { Climate } from '../acts/climate.js'
import { climateAddress, type At } from '../address.js'
import { WAYS } from '../seen.js'

export interface ClimateProps extends Climate {
  readonly reader: Reader
  /** What was sent and refused, by its form. */
  readonly wrong?: { readonly form: 'official' | 'prices'; readonly sent: Readonly<Record<string, string>> } | undefined
}

export const atOf = ({ seen, buyer }: Pick<ClimateProps, 'seen' | 'buyer'>): At => ({
  year: seen.year,
  buyer: buyer?.number ?? undefined,
  by: seen.by,
})

export function Choosing(props: ClimateProps) {
  const { reader, book, buyer, seen, years } = props
  const { words } = reader
  const at = (changed: At) => hrefIn(reader, climateAddress({ ...atOf(props), ...changed }))
  const everyone = { href: at({ buyer: undefined }), label: words('impact.page.all'), current: !buyer }
  const buyers = book.buyers.map(({ id, name, number }) => ({
    href: at({ buyer: number ?? undefined }),
    label: <Written>{name}</Written>,
    current: id === buyer?.id,
  }))
  return (
    <>
      {buyers.length > 1 ? <Switch label={words('impact.page.buyer')} ways={[everyone, ...buyers]} /> : null}
      <Switch
        label={words('impact.page.year')}
        ways={years.map((year) => ({ href: at({ year }), label: String(year), current: year === seen.year }))}
      />
      <Switch
        label={words('impact.page.by')}
        ways={WAYS.map((by) => ({
          href: at({ by }),
          label: words('impact.page.way', { by }),
          current: by === seen.by,
        }))}
      />
    </>
  )
}
