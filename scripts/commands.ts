import type { CommandDefinition } from '../addon/node/cli/cli'
import { commands as ofTheAddon } from '../addon/commands/index'
import { command as testFirefox } from './test-firefox'
import { command as testLong } from './test-long'
import { command as testMutations } from './test-mutations'
import { command as testWebKit } from './test-webkit'

/** Every command of this repository: the addon's, and what runs its tests. To import it runs none. */
export const commands = [...ofTheAddon, testLong, testFirefox, testWebKit, testMutations] as unknown as readonly CommandDefinition[]
