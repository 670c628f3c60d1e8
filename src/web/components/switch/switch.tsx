/** The same figures seen in another way: links beside each other, the one that is shown marked. */
import type { Child } from 'hono/jsx'

interface SwitchProps {
  readonly label: string
  readonly ways: readonly { readonly href: string; readonly label: Child; readonly current: boolean }[]
}

export function Switch({ label, ways }: SwitchProps) {
  return (
    <nav class="switch" aria-label={label}>
      <p class="switch-label">{label}</p>
      <ul>
        {ways.map(({ href, label: word, current }) => (
          <li>
            <a class="ds-link" href={href} aria-current={current ? 'true' : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
