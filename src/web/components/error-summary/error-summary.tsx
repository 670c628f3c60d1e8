import type { Says } from '../../reader.js'
import { fieldId } from '../field/parts.js'

interface ErrorSummaryProps {
  readonly reader: Says
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly title?: string | undefined
  /** Instead of the sentence that what was written is kept. */
  readonly lead?: string | undefined
}

/** First on a page whose form was refused; each line leads to its field. Script moves the focus here. */
export function ErrorSummary({ reader: { words }, errors, title, lead }: ErrorSummaryProps) {
  if (!errors.length) return null
  return (
    <div class="notice notice-refusal" role="alert" tabindex={-1} data-focus>
      <h2 class="notice-title">{title ?? words('web.errors.title', { count: errors.length })}</h2>
      <ul class="error-list">
        {errors.map(({ field, message }) => (
          <li>
            <a class="ds-link" data-color="danger" href={`#${fieldId(field)}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
      <p>{lead ?? words('web.errors.lead')}</p>
    </div>
  )
}
