import type { CommandDefinition } from '../addon/node/cli/cli'
import { commands as ofTheAddon } from '../addon/commands/index'
import { command as heard } from './heard'
import { command as testDocuments } from './test-documents'
import { command as testFirefox } from './test-firefox'
import { command as testHeard } from './test-heard'
import { command as testHosts } from './test-hosts'
import { command as testLong } from './test-long'
import { command as testMutations } from './test-mutations'
import { command as testStage } from './test-stage'
import { command as testWebKit } from './test-webkit'

/** Every command of this repository: the addon's, and what runs its tests. To import it runs none. */
export const commands = [
  ...ofTheAddon,
  testLong,
  testDocuments,
  testFirefox,
  testWebKit,
  testHeard,
  testStage,
  testHosts,
  testMutations,
  heard,
] as unknown as readonly CommandDefinition[]
