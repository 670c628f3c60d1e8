/** What script adds to pages that work without it: remembered settings, kept text, answers that follow, sending told, the focus where it is needed. */
import { keepForms } from './keep.js'
import { countLimits } from './limits.js'
import { answerLive } from './live.js'
import { tellSending } from './sending.js'
import { useSettings } from './settings.js'

function begin(): void {
  useSettings()
  keepForms()
  countLimits()
  answerLive()
  tellSending(begin)
  document.querySelector<HTMLElement>('[data-focus]:not(.look *)')?.focus()
}
begin()
