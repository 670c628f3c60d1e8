/** How a buyer's purchases follow its contracts: the whole, each category, each unit, and the largest beside contracts. */
import {
  Figures,
  hrefIn,
  Notice,
  Page,
  Shares,
  Switch,
  Why,
  WRITTEN,
  type Reader,
  type Share,
} from '../../../web/index.js'
import { addressed } from '../../asked.js'
import type { Following } from '../../attribution.js'
import { FOLLOWINGS } from '../../followed.js'
import { purchasesAddress } from '../../selection.js'
import type { BuyerRow } from '../../store/buyers.js'
import { Waiting } from '../buyer.js'
import { Files } from '../files.js'
import { basisInWords, exactly, LinesLink, money, SumWhy } from '../parts.js'
import { BesideSection, Parted, shareText, within, type FollowedProps } from './followed-tables.js'

export const followedAddress = (buyer: BuyerRow, year?: number): string =>
  addressed(`/buyers/${buyer.number}/contracts-followed`, { year })

export function FollowedPage(props: FollowedProps) {
  const { reader, buyer, whole, isWaiting, years } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('purchasing.judged.followed.title')}
      lead={words('purchasing.judged.followed.lead')}
      trail={[
        { href: hrefIn(reader, '/buyers'), label: words('purchasing.buyers.title') },
        { href: hrefIn(reader, `/buyers/${buyer.number}`), label: buyer.name, lang: WRITTEN },
      ]}
      wide
    >
      {isWaiting ? <Waiting reader={reader} /> : null}
      {years.length > 1 ? <Years {...props} /> : null}
      {whole.lines === 0 ? <p>{words('purchasing.judged.followed.none')}</p> : <Known {...props} />}
    </Page>
  )
}

function Years({ reader, buyer, year, years }: FollowedProps) {
  const { words } = reader
  const at = (of?: number) => hrefIn(reader, followedAddress(buyer, of))
  const all = { href: at(), label: words('purchasing.judged.by.anyYear'), current: year === undefined }
  const own = years.map((one) => ({ href: at(one), label: String(one), current: one === year }))
  return <Switch label={words('purchasing.judged.by.year')} ways={[all, ...own]} />
}

function Known(props: FollowedProps) {
  const { reader, hasContracts, divisions, units } = props
  const { words } = reader
  if (!hasContracts) return <Notice title={words('purchasing.judged.followed.noContracts')} />
  return (
    <>
      <Main {...props} />
      <Shares
        reader={reader}
        title={words('purchasing.judged.followed.picture')}
        description={words('purchasing.judged.followed.pictureLead')}
        shares={sharesOf(props)}
        headings={{
          label: words('purchasing.judged.followed.how'),
          value: words('purchasing.bought'),
          share: words('purchasing.buyer.share'),
        }}
      />
      <Meanings reader={reader} />
      <BesideSection {...props} />
      <Parted {...props} by="division" rows={divisions} />
      <Parted {...props} by="unit" rows={units} />
      <Files reader={reader} path={followedAddress(props.buyer, props.year)} />
    </>
  )
}

/** The share and the sum, each part leading to its lines. */
function Main(props: FollowedProps) {
  const { reader, buyer, whole, files } = props
  const { words } = reader
  const l = (key: 'share' | 'beside' | 'besideDetail' | 'why') => words(`purchasing.judged.followed.${key}`)
  const figure = (following: Following) => (
    <LinesLink reader={reader} buyer={buyer.number} selection={within(props, { following })}>
      {exactly(reader, whole.parts[following].amount, buyer.currency)}
    </LinesLink>
  )
  return (
    <Figures
      figures={[
        {
          label: l('share'),
          value: shareText(reader, whole.parts.under, whole),
          detail: (
            <>
              {figure('under')}. {basisInWords(reader, files)}.
            </>
          ),
          why: (
            <>
              <Why reader={reader} about={l('share')} note={l('why')} />
              <SumWhy
                reader={reader}
                files={files}
                about={words('purchasing.bought')}
                summary={words('purchasing.why.source')}
              />
            </>
          ),
        },
        {
          label: l('beside'),
          value: shareText(reader, whole.parts.beside, whole),
          detail: (
            <>
              {figure('beside')}, {l('besideDetail')}
            </>
          ),
        },
      ]}
    />
  )
}

const HUES: Readonly<Record<Following, Share['hue']>> = {
  under: 3,
  beside: 2,
  without: 4,
  unclear: 8,
  unknown: undefined,
}

const sharesOf = (props: FollowedProps): Share[] => {
  const { reader, buyer, whole } = props
  return FOLLOWINGS.map((following) => ({
    label: reader.words('purchasing.judged.followed.following', { following }),
    value: whole.parts[following].amount,
    text: money(reader, whole.parts[following].amount, buyer.currency),
    share: shareText(reader, whole.parts[following], whole),
    hue: HUES[following],
    href: hrefIn(reader, purchasesAddress(buyer.number, within(props, { following }))),
  }))
}

function Meanings({ reader }: { reader: Reader }) {
  const { words } = reader
  return (
    <Why
      reader={reader}
      summary={words('purchasing.judged.followed.meaning')}
      rows={FOLLOWINGS.map((following) => ({
        label: words('purchasing.judged.followed.following', { following }),
        value: words('purchasing.judged.followed.means', { following }),
      }))}
    />
  )
}
