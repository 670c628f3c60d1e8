/**
 * Sends a form's files with a bar of how much has gone. The answer is the page that comes without script too: whoever sent
 * them goes where it leads, or reads it where no other address has it; then what script adds begins anew.
 */
export function tellSending(begin: () => void): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-sending]')) {
    const form = line.closest('form')
    form?.addEventListener('submit', (event) => {
      if (bytesIn(form) < WORTH_A_BAR) return
      event.preventDefault()
      send(form, line, begin)
    })
  }
}

/** Less has arrived before a bar can be read. */
const WORTH_A_BAR = 1_000_000

const bytesIn = (form: HTMLFormElement): number =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
    .flatMap(({ files }) => [...(files ?? [])])
    .reduce((sum, { size }) => sum + size, 0)

function send(form: HTMLFormElement, line: HTMLElement, begin: () => void): void {
  const { sending = '', sent = '', broken = '' } = line.dataset
  const button = form.querySelector('button')
  const bar = barAfter(line)
  const request = new XMLHttpRequest()
  const ends = (said: string) => {
    line.textContent = said
    bar.remove()
    if (button) button.disabled = false
  }
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.max = total
    bar.value = loaded
    line.textContent = loaded < total ? told(sending, loaded, total) : sent
  })
  request.addEventListener('load', () => {
    if (request.responseURL !== form.action) return void window.location.assign(request.responseURL)
    show(request.responseText)
    begin()
  })
  for (const kind of ['error', 'abort', 'timeout']) request.addEventListener(kind, () => ends(broken))
  // Whoever goes back to the form has it as it was.
  window.addEventListener('pageshow', () => ends(''), { once: true })
  if (button) button.disabled = true
  request.open('POST', form.action)
  request.send(new FormData(form))
}

function barAfter(line: HTMLElement): HTMLProgressElement {
  const bar = document.createElement('progress')
  bar.className = 'sending'
  bar.setAttribute('aria-labelledby', (line.id ||= 'sending'))
  line.after(bar)
  return bar
}

function told(sentence: string, loaded: number, total: number): string {
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
  const megabytes = (bytes: number) => format.format(bytes / 1_000_000)
  return sentence.replace('#done', megabytes(loaded)).replace('#total', megabytes(total))
}

/** In place of the page that is shown; what script adds begins anew. */
function show(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement)
  window.scrollTo(0, 0)
}
