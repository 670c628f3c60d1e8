/** Where the program begins; the only reader of the environment. */
import { runCommandLine } from './commands/index.js'

export const main = (argv: string[]): Promise<void> => runCommandLine(argv, process.env)
