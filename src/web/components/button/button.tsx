import type { Child } from 'hono/jsx'

/** One primary a page: its main action. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps {
  readonly kind?: ButtonKind | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly formaction?: string | undefined
  /** The id of the form it sends, where it stands outside. */
  readonly form?: string | undefined
  readonly children?: Child
}

export function Button({ kind = 'primary', children, ...rest }: ButtonProps) {
  return (
    <button class="ds-button" type="submit" {...looks(kind)} {...rest}>
      {children}
    </button>
  )
}

/** A link that is the page's next step and looks like it; for going somewhere, never for changing something. */
export function ActionLink({
  href,
  kind = 'primary',
  children,
}: {
  href: string
  kind?: ButtonKind
  children?: Child
}) {
  return (
    <a class="ds-button" href={href} {...looks(kind)}>
      {children}
    </a>
  )
}

/** Buttons and links that belong together, the main one first. */
export function Actions({ children }: { children?: Child }) {
  return <div class="actions">{children}</div>
}

const VARIANT = { primary: 'primary', secondary: 'secondary', quiet: 'tertiary', danger: 'secondary' } as const
const looks = (kind: ButtonKind) => ({
  'data-variant': VARIANT[kind],
  'data-color': kind === 'danger' ? 'danger' : undefined,
})
