import { remember, remembered } from './store.js'

const ATTRIBUTE = { scheme: 'data-color-scheme', density: 'data-density' } as const
type Setting = keyof typeof ATTRIBUTE
const CHOICES: Record<Setting, readonly string[]> = { scheme: ['auto', 'light', 'dark'], density: ['roomy', 'dense'] }

/** Colours and density of tables, remembered on this device. */
export function useSettings(): void {
  for (const setting of Object.keys(ATTRIBUTE) as Setting[]) use(setting)
  document.querySelector<HTMLFormElement>('[data-settings]')?.removeAttribute('hidden')
}

function use(setting: Setting): void {
  const key = `fairlane.${setting}`
  const known = remembered('localStorage', key)
  const box = document.querySelector<HTMLSelectElement>(`[data-setting="${setting}"]`)
  if (known && CHOICES[setting].includes(known)) {
    document.documentElement.setAttribute(ATTRIBUTE[setting], known)
    if (box) box.value = known
  }
  box?.addEventListener('change', () => {
    document.documentElement.setAttribute(ATTRIBUTE[setting], box.value)
    remember('localStorage', key, box.value)
  })
}
