/** Says that files are on their way, and how much it is, from when they are sent until the answer comes. */
export function tellSending(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-sending]')) {
    const form = line.closest('form')
    form?.addEventListener('submit', () => {
      const bytes = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
        .flatMap(({ files }) => [...(files ?? [])])
        .reduce((sum, { size }) => sum + size, 0)
      const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
      if (bytes) line.textContent = (line.dataset.sending ?? '').replace('#', format.format(bytes / 1_000_000))
    })
    // Whoever goes back to the form has it as it was.
    window.addEventListener('pageshow', () => (line.textContent = ''))
  }
}
