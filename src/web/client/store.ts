/** Storage that may be full, forbidden or missing; then things are not remembered, and nothing else happens. */
type Place = 'localStorage' | 'sessionStorage'

export function remembered(place: Place, key: string): string | null {
  try {
    return window[place].getItem(key)
  } catch {
    return null
  }
}

export function remember(place: Place, key: string, value: string | null): void {
  try {
    if (value === null) window[place].removeItem(key)
    else window[place].setItem(key, value)
  } catch {
    // Private windows forbid storage.
  }
}
