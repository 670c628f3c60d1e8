import type { Child } from 'hono/jsx'

interface FormProps {
  readonly action: string
  readonly method?: 'post' | 'get' | undefined
  readonly hidden?: Readonly<Record<string, string>> | undefined
  /** Keeps half-written text in this browser tab under this name until the page after sending says `sent`. */
  readonly keep?: string | undefined
  /** Makes the form a landmark; for pages with more than one. */
  readonly label?: string | undefined
  readonly upload?: boolean | undefined
  readonly id?: string | undefined
  /** The id of the element where script shows the answer while the form is filled in. */
  readonly live?: string | undefined
  readonly children?: Child
}

/** The server checks and answers in the reader's language, so the browser's own checks are off. */
export function Form({ action, method = 'post', hidden = {}, keep, label, upload, id, live, children }: FormProps) {
  return (
    <form
      class="form"
      id={id}
      method={method}
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      aria-label={label}
      data-keep={keep}
      data-live={live}
      novalidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
