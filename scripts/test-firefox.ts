import { runIfMain } from '../addon/node/cli/cli'
import { engineCommand } from './engine-command'

/** Every slide in Firefox. */
export const command = engineCommand('firefox', 'an installed Firefox (or that of FIREFOX_PATH)')

runIfMain(command, import.meta.url)
