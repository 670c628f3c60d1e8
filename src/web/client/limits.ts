/** Counts down to a field's limit, aloud only when there is little left. */
export function countLimits(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-limit]')) {
    const box = document.getElementById(line.id.replace(/-limit$/, ''))
    if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) count(line, box)
  }
}

function count(line: HTMLElement, box: HTMLTextAreaElement | HTMLInputElement): void {
  const { limit = '0', left = '', over = '' } = line.dataset
  const said = line.textContent
  const say = () => {
    const rest = Number(limit) - [...box.value].length
    const format = new Intl.NumberFormat(document.documentElement.lang)
    line.textContent = box.value ? `${format.format(Math.abs(rest))} ${rest < 0 ? over : left}` : said
    line.dataset.state = rest < 0 ? 'over' : 'under'
    line.setAttribute('aria-live', rest < 20 ? 'polite' : 'off')
  }
  box.addEventListener('input', say)
  if (box.value) say()
}
