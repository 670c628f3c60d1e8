/** A price index or an exchange rate that is asked for, entered by the one who has found it. */
import { Button, Disclosure, Field, Form, hrefIn } from '../../web/index.js'
import type { ClimateProps } from './choosing.js'
import { WrittenFields } from './written-fields.js'

const CURRENCIES = ['SEK', 'EUR', 'GBP', 'NOK', 'DKK'] as const

export function Prices({ reader, seen, wrong }: ClimateProps) {
  const { words } = reader
  const sent = wrong?.form === 'prices' ? wrong.sent : undefined
  return (
    <div id="prices">
      <Disclosure summary={words('impact.prices.say')} open={sent !== undefined}>
        <p>{words('impact.prices.lead')}</p>
        <Form action={hrefIn(reader, '/climate/prices')} label={words('impact.prices.say')}>
          <Field
            reader={reader}
            name="kind"
            kind="select"
            label={words('impact.prices.kind')}
            empty={false}
            options={[
              { value: 'index', label: words('impact.prices.index') },
              { value: 'rate', label: words('impact.prices.rate') },
            ]}
            value={sent?.['kind']}
            error={sent && words('impact.prices.incomplete')}
          />
          <Field
            reader={reader}
            name="currency"
            kind="select"
            label={words('impact.prices.currency')}
            empty={false}
            options={CURRENCIES.map((value) => ({ value, label: value }))}
            value={sent?.['currency']}
          />
          <WrittenFields reader={reader} year={seen.year} sent={sent} />
          <Button kind="secondary">{words('impact.prices.save')}</Button>
        </Form>
      </Disclosure>
    </div>
  )
}
