import type { Says } from '../../reader.js'
import { Button } from '../button/button.js'
import { describedBy, fieldId, Notes } from '../field/parts.js'

interface SearchProps {
  readonly reader: Says
  readonly action: string
  /** What is searched: 'Search categories'. */
  readonly label: string
  readonly hint?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly button?: string | undefined
}

/** One field whose words stand in the address, so that an answer can be sent on. Never for what is to stay unsaid. */
export function Search({ reader, action, label, hint, name = 'q', value, button }: SearchProps) {
  const id = fieldId(name)
  return (
    <form class="search field" role="search" method="get" action={action} aria-labelledby={`${id}-label`}>
      <label for={id} id={`${id}-label`}>
        {label}
      </label>
      <Notes {...{ reader, id, hint }} />
      <div class="search-row">
        <input
          class="ds-input"
          type="search"
          {...{ id, name, value }}
          autocomplete="off"
          aria-describedby={describedBy(id, { hint })}
        />
        <Button kind="secondary">{button ?? reader.words('web.search.button')}</Button>
      </div>
    </form>
  )
}
