/** The same figures seen in another way: links beside each other, the one that is shown marked. */
import { Written } from '../../web/index.js'

interface WaysProps {
  readonly label: string
  readonly ways: readonly {
    readonly href: string
    readonly label: string
    readonly current: boolean
    readonly written?: true
  }[]
}

export function Ways({ label, ways }: WaysProps) {
  return (
    <nav class="switch" aria-label={label}>
      <p class="switch-label">{label}</p>
      <ul>
        {ways.map(({ href, label: word, current, written }) => (
          <li>
            <a class="ds-link" href={href} aria-current={current ? 'true' : undefined}>
              {written ? <Written>{word}</Written> : word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
