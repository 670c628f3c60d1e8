/** What script adds to pages that work without it: remembered settings, kept text, the focus where it is needed. */
import { keepForms } from './keep.js'
import { countLimits } from './limits.js'
import { useSettings } from './settings.js'

useSettings()
keepForms()
countLimits()
document.querySelector<HTMLElement>('[data-focus]:not(.look *)')?.focus()
