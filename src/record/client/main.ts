/** On an entry's page: verifies in the reader's own browser that the text on the page stands in the signed record. */
import { parseCheckpoint, splitNote } from '../checkpoint.js'
import { leafHash, rootFromInclusion, sameBytes } from '../merkle.js'
import { parseReceipt } from '../proof.js'

const box = document.querySelector<HTMLElement>('[data-check]')
const button = box?.querySelector('button')
const answer = box?.querySelector('p')

type Outcome = 'holds' | 'text' | 'path' | 'away'

/** The hash is worked out from the text a person sees, and not from a second copy that only programs read. */
async function check(number: string): Promise<Outcome> {
  const [entry, receipt] = await Promise.all([
    fetch(`/record/entries/${number}`),
    fetch(`/record/entries/${number}.tlog-proof`),
  ])
  if (!entry.ok || !receipt.ok) return 'away'
  const shown = new TextEncoder().encode(document.querySelector('#bytes')?.textContent ?? '')
  if (!sameBytes(shown, new Uint8Array(await entry.arrayBuffer()))) return 'text'
  const found = parseReceipt(await receipt.text())
  const checkpoint = parseCheckpoint(splitNote(found?.checkpoint ?? '')?.text ?? '')
  if (found?.index !== Number(number) || !checkpoint) return 'path'
  const root = rootFromInclusion(leafHash(shown), found.index, checkpoint.size, found.proof)
  return root && sameBytes(root, checkpoint.root) ? 'holds' : 'path'
}

if (box && button && answer) {
  box.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    void check(box.dataset['check'] ?? '')
      .catch((): Outcome => 'away')
      .then((outcome) => {
        answer.textContent = box.dataset[outcome] ?? ''
        answer.dataset['outcome'] = outcome
        button.disabled = false
      })
  })
}
