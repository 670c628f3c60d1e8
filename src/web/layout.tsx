/** The one HTML document every page is: header with the lane line, the content with its heading, footer. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { asset } from './assets.js'
import { Breadcrumb } from './components/breadcrumb/breadcrumb.js'
import { hrefIn, otherLanguage, type Link, type NavItem, type Reader } from './reader.js'

export interface PageProps {
  readonly reader: Reader
  readonly title: string
  /** When the title is as a source wrote it, in another language than the page's. */
  readonly titleLang?: string | undefined
  readonly lead?: Child
  /** Room for wide tables and pictures; text keeps its measure. */
  readonly wide?: boolean | undefined
  /** The front page's large heading. */
  readonly hero?: boolean | undefined
  readonly trail?: readonly Link[] | undefined
  /** For a page that answered a POST: the other language is asked for with the same fields. */
  readonly switchForm?: SwitchForm | undefined
  /** The kept form (its `keep` name) that has safely arrived; read from `?sent=` when left out. */
  readonly sent?: string | undefined
  readonly children?: Child
}
export interface SwitchForm {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

export function Page(props: PageProps) {
  const { reader, title } = props
  const isFront = props.hero === true
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={reader.language}>
        <Head title={isFront ? `Fairlane – ${title}` : `${title} – Fairlane`} lang={props.titleLang} />
        <body
          data-sent={props.sent ?? sentIn(reader.path)}
          data-kept-sentence={reader.words('web.kept.restored')}
          data-kept-forget={reader.words('web.kept.forget')}
        >
          <a class="ds-skip-link" href="#main">
            {reader.words('web.skip')}
          </a>
          <Header reader={reader} switchForm={props.switchForm} />
          <main id="main" class={props.wide ? 'page page-wide' : 'page'} tabindex={-1}>
            <Top {...props} />
            {props.children}
          </main>
          <Footer reader={reader} />
        </body>
      </html>
    </>
  )
}

const sentIn = (path: string): string | undefined =>
  new URLSearchParams(path.split('?')[1] ?? '').get('sent') ?? undefined

/** Ink on paper, and the lane line. */
const MARK =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='4' fill='%23fbfaf7'/%3E%3Cpath d='M9 5h15v4.500h-10v4.500h8.500v4.500h-8.500v5h-5z' fill='%231b2430'/%3E%3Cpath d='M0 26h32v3H0z' fill='%23e8a317'/%3E%3C/svg%3E"

/** A page is drawn once the reader's own colours are set, so that a dark one does not flash light. */
const SETTINGS_FIRST: object = { blocking: 'render' }

function Head({ title, lang }: { title: string; lang?: string | undefined }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title lang={lang}>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={asset('style.css')} />
      <link rel="icon" href={MARK} type="image/svg+xml" />
      <script type="module" src={asset('client.js')} {...SETTINGS_FIRST}></script>
    </head>
  )
}

function Strips({ reader }: { reader: Reader }) {
  return (
    <>
      {reader.banner ? <p class="strip">{reader.banner}</p> : null}
      {reader.reach === 'internal' ? <OperatorStrip reader={reader} /> : null}
    </>
  )
}

function OperatorStrip({ reader }: { reader: Reader }) {
  const { words, path } = reader
  return (
    <div class="strip strip-operator">
      <p>{words('web.operator.strip')}</p>
      <a href={hrefIn({ ...reader, reach: 'published' }, path)}>{words('web.operator.public')}</a>
      <form method="post" action={hrefIn(reader, '/leave')}>
        <button type="submit">{words('web.operator.leave')}</button>
      </form>
    </div>
  )
}

function Header({ reader, switchForm }: { reader: Reader; switchForm?: SwitchForm | undefined }) {
  return (
    <header class="top">
      <Strips reader={reader} />
      <div class="top-row">
        <a class="wordmark" href={hrefIn(reader, '/')} aria-label={reader.words('web.home')}>
          Fairlane
        </a>
        <nav class="top-nav" aria-label={reader.words('web.nav')}>
          <ul>
            <NavItems items={reader.nav} />
            {reader.more?.length ? <More reader={reader} items={reader.more} /> : null}
          </ul>
        </nav>
        <TopSearch reader={reader} />
        <LanguageSwitch reader={reader} switchForm={switchForm} />
      </div>
    </header>
  )
}

const NavItems = ({ items }: { items: readonly NavItem[] }) => (
  <>
    {items.map(({ href, label, current }) => (
      <li>
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </>
)

/** Says where one is also while it is closed. */
function More({ reader: { words }, items }: { reader: Reader; items: readonly NavItem[] }) {
  const here = items.find(({ current }) => current)
  return (
    <li class="top-more">
      <details>
        <summary class={here ? 'top-more-here' : undefined}>
          {here ? words('web.more.here', { here: here.label }) : words('web.more')}
        </summary>
        <ul>
          <NavItems items={items} />
        </ul>
      </details>
    </li>
  )
}

/** Not where the page itself is the search. */
function TopSearch({ reader }: { reader: Reader }) {
  const { words, path } = reader
  if (/^\/search(\?|$)/.test(path)) return null
  return (
    <form
      class="top-search"
      role="search"
      method="get"
      action={hrefIn(reader, '/search')}
      aria-label={words('web.search.all')}
    >
      <input class="ds-input" type="search" name="q" aria-label={words('web.search.all')} autocomplete="off" />
      <button type="submit">{words('web.search.button')}</button>
    </form>
  )
}

function LanguageSwitch({ reader, switchForm }: { reader: Reader; switchForm?: SwitchForm | undefined }) {
  const other = otherLanguage(reader.language)
  const label = reader.words('web.language.switch')
  if (!switchForm)
    return (
      <a class="top-language" href={hrefIn({ ...reader, language: other }, reader.path)} lang={other} hreflang={other}>
        {label}
      </a>
    )
  return (
    <form class="top-language" method="post" action={switchForm.action}>
      {Object.entries(switchForm.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="ds-link" type="submit" lang={other}>
        {label}
      </button>
    </form>
  )
}

function Top({ reader, title, titleLang, lead, hero, trail }: PageProps) {
  return (
    <div class={hero ? 'page-top page-hero' : 'page-top'}>
      {trail?.length ? <Breadcrumb reader={reader} trail={trail} /> : null}
      <h1 lang={titleLang}>{title}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
    </div>
  )
}

/** The settings work by script only, so script unhides them. */
function Footer({ reader: { words, footer } }: { reader: Reader }) {
  return (
    <footer class="bottom">
      <div class="bottom-row">
        {footer.length ? <FooterLinks label={words('web.footer')} links={footer} /> : null}
        <form class="settings" data-settings hidden aria-label={words('web.settings.title')}>
          <Setting name="scheme" label={words('web.settings.scheme')}>
            <option value="auto">{words('web.settings.auto')}</option>
            <option value="light">{words('web.settings.light')}</option>
            <option value="dark">{words('web.settings.dark')}</option>
          </Setting>
          <Setting name="density" label={words('web.settings.density')}>
            <option value="roomy">{words('web.settings.roomy')}</option>
            <option value="dense">{words('web.settings.dense')}</option>
          </Setting>
        </form>
      </div>
    </footer>
  )
}

function FooterLinks({ label, links }: { label: string; links: readonly Link[] }) {
  return (
    <nav aria-label={label}>
      <ul>
        {links.map((link) => (
          <li>
            <a class="ds-link" data-color="neutral" href={link.href}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Setting({ name, label, children }: { name: string; label: string; children?: Child }) {
  return (
    <label class="setting">
      <span>{label}</span>
      <select class="ds-input" name={name} data-setting={name} autocomplete="off">
        {children}
      </select>
    </label>
  )
}
