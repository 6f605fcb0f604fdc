import { runIfMain } from '../addon/node/cli/cli'
import { engineCommand } from './engine-command'

/** Every slide in WebKit, the engine of Safari, as GTK has it. */
export const command = engineCommand('webkit', 'an installed WebKitGTK (its WebKitWebDriver, or that of WEBKIT_DRIVER_PATH)')

runIfMain(command, import.meta.url)
