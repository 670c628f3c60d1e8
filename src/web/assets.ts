/** Where a built file is served: its name with the hash of its content, so that a browser may keep it for ever. */
let manifest: ReadonlyMap<string, string> = new Map()

/** `{ 'style.css': '/assets/style.css?v=1f3a' }`, set once when the program starts. */
export function setAssets(built: Record<string, string>): void {
  manifest = new Map(Object.entries(built))
}

export const asset = (name: string): string => manifest.get(name) ?? `/assets/${name}`
