/**
 * A form with `data-live` is answered while it is filled in: the page that its button would lead to is fetched, and its answer
 * put in place of the old one. What was opened stays open, the focus stays, and the address is the one to share.
 */
export function answerLive(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) {
    let asking: AbortController | undefined
    // A control may stand outside its form, so that its events never reach it.
    document.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || target.form !== form) return
      asking?.abort()
      asking = new AbortController()
      void answer(form, form.dataset.live ?? '', asking.signal).catch(() => undefined)
    })
  }
}

async function answer(form: HTMLFormElement, id: string, signal: AbortSignal): Promise<void> {
  const asked = new URLSearchParams(
    [...new FormData(form)].filter((line): line is [string, string] => typeof line[1] === 'string'),
  )
  const response = await fetch(`${form.action}?${asked.toString()}`, { signal })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (!response.ok) {
    tell(page.querySelector('.error-list')?.textContent ?? '')
    return
  }
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
  if (!old || !fresh) return
  keepOpen(old, fresh)
  const focused = document.activeElement?.id
  old.replaceWith(document.adoptNode(fresh))
  if (focused) document.getElementById(focused)?.focus()
  history.replaceState(history.state, '', response.url)
  otherLanguage(page)
  tell(fresh.dataset.said ?? '')
}

function keepOpen(old: HTMLElement, fresh: HTMLElement): void {
  for (const { id } of old.querySelectorAll<HTMLDetailsElement>('details[id][open]'))
    fresh.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`)?.setAttribute('open', '')
}

/** The link to the page in the other language asks the same. */
function otherLanguage(page: Document): void {
  const [link, fresh] = [document, page].map((one) => one.querySelector<HTMLAnchorElement>('a.top-language'))
  if (link && fresh) link.href = fresh.href
}

/** Aloud, and only when it says something new. */
function tell(said: string): void {
  const line = document.querySelector<HTMLElement>('[data-live-said]')
  if (line && line.textContent !== said) line.textContent = said
}
