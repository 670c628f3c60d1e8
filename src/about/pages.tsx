/** What this site says about itself: what it is, how accessible, what it does with data, what it promises. */
import type { Child } from 'hono/jsx'
import { day, dayInWords, instantInWords, type Instant } from '../kit/day.js'
import type { WordArgs, WordKey } from '../kit/words/index.js'
import { Facts, hrefIn, Notice, Page, Section, type Installation, type Link, type Reader } from '../web/index.js'
import { contactHref } from './contact.js'

interface AboutProps {
  readonly reader: Reader
  readonly installation: Installation
}

const PAGES = [
  ['/about', 'about.overview.short'],
  ['/about/accessibility', 'about.accessibility.short'],
  ['/about/privacy', 'about.privacy.short'],
  ['/about/installation', 'about.installation.short'],
] as const

/** The sentences of a page that take no arguments. */
type Plain<Part extends string> = {
  [Key in WordKey]: Key extends `about.${Part}.${infer Rest}`
    ? keyof WordArgs[Key] extends never
      ? Rest
      : never
    : never
}[WordKey]

/** The foot of every page. */
export const footerOf = (reader: Pick<Reader, 'language' | 'reach' | 'words'>): readonly Link[] =>
  PAGES.map(([path, key]) => ({ href: hrefIn(reader, path), label: reader.words(key) }))

/** When the statement's makers last went through the whole site, and last changed its words. */
const ASSESSED = day('2026-11-23')
const UPDATED = day('2026-11-23')
const DIGG = 'https://www.digg.se/tdosanmalan'
const IMY = 'https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/'

export function AboutPage(props: AboutProps) {
  const { reader, installation } = props
  const { words } = reader
  const people = ['officer', 'innovator', 'supplier', 'citizen'] as const
  return (
    <Page reader={reader} title={words('about.overview.title')} lead={words('about.overview.lead')}>
      <Section title={words('about.overview.forWhom')}>
        <Facts
          facts={people.map((one) => ({
            label: words(`about.overview.${one}`),
            value: words(`about.overview.${one}Does`),
          }))}
        />
      </Section>
      <Section title={words('about.overview.today')}>
        <List
          items={(
            ['todayFit', 'todayBuys', 'todayLaw', 'todayLength', 'todayClimate', 'todayData', 'todayTree'] as const
          ).map((one) => words(`about.overview.${one}`))}
        />
        <p>{words('about.overview.notYet')}</p>
        <p>{words('about.overview.notAdvice')}</p>
      </Section>
      <Section title={words('about.overview.operator')}>
        <p>{words('about.overview.operatorIs')}</p>
        {installation.sample ? <p>{words('about.overview.sample')}</p> : null}
        <Contact {...props} />
      </Section>
      <Section title={words('about.overview.more')}>
        <ul>
          {footerOf(reader)
            .slice(1)
            .map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
        </ul>
      </Section>
    </Page>
  )
}

/** What the law asks a statement to hold: DOS-lagen (2018:1937) 13 §, Decision (EU) 2018/1523. */
export function AccessibilityPage(props: AboutProps) {
  const { reader } = props
  const { words, language } = reader
  const say = (key: Plain<'accessibility'>) => words(`about.accessibility.${key}`)
  return (
    <SubPage {...props} of="accessibility">
      <p>{say('scope')}</p>
      <Told title={say('status')} lines={[say('partly'), say('aim')]} />
      <Section title={say('gaps')}>
        <List items={[say('gapLanguage'), say('gapPeople'), say('gapScript')]} />
      </Section>
      <Told title={say('exempt')} lines={[say('exemptNone')]} />
      <Section title={say('how')}>
        <p>{say('howSelf')}</p>
        <List
          items={[say('checkAxe'), say('checkKeyboard'), say('checkReflow'), say('checkColours'), say('checkScript')]}
        />
        <p>
          {words('about.accessibility.assessed', {
            day: dayInWords(ASSESSED, language),
            updated: dayInWords(UPDATED, language),
          })}
        </p>
      </Section>
      <Told title={say('report')} lines={[say('reportLead')]}>
        <Contact {...props} />
      </Told>
      <Told title={say('complain')} lines={[say('complainLead')]}>
        <p>
          <a href={DIGG}>{say('complainLink')}</a>
        </p>
      </Told>
    </SubPage>
  )
}

export function PrivacyPage(props: AboutProps) {
  const say = (key: Plain<'privacy'>) => props.reader.words(`about.privacy.${key}`)
  return (
    <SubPage {...props} of="privacy">
      <Told
        title={say('visitor')}
        lines={[say('visitorCookies'), say('visitorHosts'), say('visitorLog'), say('visitorProxy')]}
      />
      <Told title={say('browser')} lines={[say('browserSettings'), say('browserText'), say('browserAnswer')]} />
      <Told title={say('idea')} lines={[say('ideaText')]} />
      <Told title={say('imported')} lines={[say('importedInternal'), say('importedPersons'), say('importedNames')]}>
        <Contact {...props} />
      </Told>
      <Told title={say('rights')} lines={[say('rightsAsk'), say('rightsRecord')]}>
        <p>
          {say('complain')} <a href={IMY}>{say('complainLink')}</a>
        </p>
      </Told>
    </SubPage>
  )
}

interface InstallationProps extends AboutProps {
  /** When the public record was last signed here, and last cosigned by an outsider. */
  readonly signedAt: Instant | undefined
  readonly cosignedAt: Instant | undefined
}

export function InstallationPage(props: InstallationProps) {
  const { words } = props.reader
  const { database, dailyBackupsKept } = props.installation
  const say = (key: Plain<'installation'>) => words(`about.installation.${key}`)
  const embedded = database === 'embedded'
  const backups = embedded
    ? [words('about.installation.backupEmbedded', { count: dailyBackupsKept }), say('backupSame'), say('restore')]
    : [say('backupServer')]
  return (
    <SubPage {...props} of="installation">
      <InstallationFacts {...props} />
      <Told title={say('promise')} lines={embedded ? [say('embedded'), say('embeddedPower')] : [say('server')]} />
      <Told title={say('backup')} lines={backups} />
      <Section title={words('about.overview.operator')}>
        <Contact {...props} />
      </Section>
    </SubPage>
  )
}

function InstallationFacts(props: InstallationProps) {
  const { reader } = props
  const { database, version, lastBackup, backups, sample } = props.installation
  const { words, language } = reader
  const say = (key: 'database' | 'lastBackup' | 'kept' | 'data' | 'version') => words(`about.installation.${key}`)
  const made = lastBackup ? instantInWords(lastBackup, language) : words('about.installation.noBackup')
  return (
    <Facts
      facts={[
        { label: say('database'), value: words('about.installation.databaseKind', { kind: database }) },
        { label: say('lastBackup'), value: database === 'server' ? words('about.installation.serverBackup') : made },
        ...(database === 'server' ? [] : [{ label: say('kept'), value: backups }]),
        { label: say('data'), value: words('about.installation.dataKind', { sample: sample ? 'yes' : 'no' }) },
        ...signedFacts(props),
        { label: say('version'), value: version },
      ]}
    />
  )
}

function signedFacts({ reader, signedAt, cosignedAt }: InstallationProps) {
  const { words, language } = reader
  const when = (at: Instant | undefined, otherwise: string) => (
    <a href={hrefIn(reader, '/record')}>{at ? instantInWords(at, language) : otherwise}</a>
  )
  return [
    { label: words('about.installation.signed'), value: when(signedAt, words('about.installation.notSigned')) },
    { label: words('about.installation.cosigned'), value: when(cosignedAt, words('about.installation.notCosigned')) },
  ]
}

function SubPage({
  reader,
  of,
  children,
}: AboutProps & { of: 'accessibility' | 'privacy' | 'installation'; children?: Child }) {
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words(`about.${of}.title`)}
      lead={words(`about.${of}.lead`)}
      trail={footerOf(reader).slice(0, 1)}
    >
      {children}
    </Page>
  )
}

/** Plain paragraphs under a heading. */
function Told({ title, lines, children }: { title: string; lines: readonly string[]; children?: Child }) {
  return (
    <Section title={title}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {children}
    </Section>
  )
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

function Contact({ reader: { words }, installation: { contact } }: AboutProps) {
  if (!contact)
    return (
      <Notice title={words('about.overview.contactNone')}>
        <p>{words('about.overview.contactHow')}</p>
      </Notice>
    )
  const href = contactHref(contact)
  return (
    <p>
      {words('about.overview.contact')}: {href ? <a href={href}>{contact}</a> : contact}
    </p>
  )
}
