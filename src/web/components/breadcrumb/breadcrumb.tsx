import type { Link, Says } from '../../reader.js'

/** The pages above this one, nearest last; the page itself is the heading and is not repeated. */
export function Breadcrumb({ reader, trail }: { reader: Says; trail: readonly Link[] }) {
  return (
    <nav class="trail" aria-label={reader.words('web.trail')}>
      <ol>
        {trail.map((link) => (
          <li>
            <a class="ds-link" data-color="neutral" href={link.href} lang={link.lang}>
              {link.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
