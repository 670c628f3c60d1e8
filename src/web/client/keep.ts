/**
 * Half-written text survives a reload, a lost connection and a server that fails. It is kept in this tab only, since
 * computers in libraries are shared, and is forgotten when a page says that the form has arrived (`data-sent`).
 */
import { remember, remembered } from './store.js'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const NEVER = ['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset']

export function keepForms(): void {
  const sent = document.body.dataset.sent
  if (sent) forgetSent(sent)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keep(form, form.dataset.keep ?? '')
}

/**
 * The address loses its `sent`, so that a reload does not forget what is written next. An address without one is left
 * alone: replacing it would turn the answer to a form into a page that was never asked for.
 */
function forgetSent(name: string): void {
  remember('sessionStorage', keyOf(name), null)
  const address = new URL(location.href)
  if (!address.searchParams.has('sent')) return
  address.searchParams.delete('sent')
  history.replaceState(history.state, '', address)
}

const keyOf = (name: string) => `fairlane.kept.${name}`

function keep(form: HTMLFormElement, name: string): void {
  if (restore(form, remembered('sessionStorage', keyOf(name)))) offerToForget(form, name)
  let waiting: number | undefined
  const save = () => remember('sessionStorage', keyOf(name), JSON.stringify(answers(form)))
  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(save, 300)
  })
  form.addEventListener('submit', save)
  window.addEventListener('pagehide', () => {
    if (waiting !== undefined && document.body.contains(form)) save()
  })
}

const controls = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !NEVER.includes(one.type) &&
      !one.autocomplete.includes('one-time-code'),
  )

const isToggle = (one: Control): one is HTMLInputElement => one.type === 'checkbox' || one.type === 'radio'

const answers = (form: HTMLFormElement): [name: string, value: string][] =>
  controls(form)
    .filter((one) => !isToggle(one) || one.checked)
    .map((one) => [one.name, one.value])

/** Only into a form as it first looks: what the server sent back is newer than what was kept. */
function restore(form: HTMLFormElement, kept: string | null): boolean {
  if (!kept || isAnswered(form)) return false
  const known = parsed(kept)
  let changed = false
  for (const one of controls(form)) {
    const values = known.filter(([name]) => name === one.name).map(([, value]) => value)
    if (isToggle(one)) {
      if (one.checked !== values.includes(one.value)) changed = true
      one.checked = values.includes(one.value)
    } else if (values[0] !== undefined && one.value !== values[0]) {
      changed = true
      one.value = values[0]
    }
  }
  return changed
}

/** The server sent it with something in it, or with errors. */
const isAnswered = (form: HTMLFormElement): boolean =>
  form.querySelector('[aria-invalid="true"]') !== null ||
  document.querySelector('[data-focus]') !== null ||
  controls(form).some((one) => isText(one) && one.defaultValue !== '')

const isText = (one: Control): one is HTMLInputElement | HTMLTextAreaElement =>
  one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && !isToggle(one))

function parsed(kept: string): [string, string][] {
  try {
    return JSON.parse(kept) as [string, string][]
  } catch {
    return []
  }
}

function offerToForget(form: HTMLFormElement, name: string): void {
  const { keptSentence = '', keptForget = '' } = document.body.dataset
  const line = document.createElement('p')
  line.className = 'kept'
  line.setAttribute('role', 'status')
  line.append(keptSentence, forgetButton(keptForget))
  form.prepend(line)
  line.querySelector('button')?.addEventListener('click', () => {
    form.reset()
    remember('sessionStorage', keyOf(name), null)
    line.remove()
    controls(form)[0]?.focus()
  })
}

function forgetButton(words: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'ds-link'
  button.textContent = words
  return button
}
