import type { CommandDefinition } from '../addon/node/cli/cli'
import { commands as ofTheAddon } from '../addon/commands/index'
import { command as testFirefox } from './test-firefox'
import { command as testLong } from './test-long'
import { command as testMutations } from './test-mutations'

/** Every command of this repository: the addon's, and what runs its tests. To import it runs none. */
export const commands = [...ofTheAddon, testLong, testFirefox, testMutations] as unknown as readonly CommandDefinition[]
