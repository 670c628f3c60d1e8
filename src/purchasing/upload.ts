/** The files of a form, as they arrive over the network. */
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'

/** Refused when none was chosen, and when what was sent is no whole form. */
export async function filesSent(sent: Promise<Readonly<Record<string, unknown>>>): Promise<File[] | Refusal> {
  const form = await sent.catch(brokenForm)
  if (refused(form)) return form
  const files = [form['file']].flat().filter((one): one is File => one instanceof File && one.name !== '')
  return files.length ? files : refuse(say('purchasing.upload.noFile'))
}

/** A form that cannot be taken apart is told by a TypeError, a sender who hangs up by the connection's own code. */
function brokenForm(error: unknown): Refusal {
  const isHungUp = (error as NodeJS.ErrnoException).code === 'ECONNRESET'
  if (!isHungUp && !(error instanceof TypeError)) throw error
  return refuse(say('purchasing.upload.brokenForm'), 400)
}
