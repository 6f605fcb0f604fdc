import type { CommandDefinition } from '../node/cli/cli'
import { command as bench } from './bench'
import { command as benchFrames } from './bench-frames'
import { command as budget } from './budget'
import { command as build } from './build'
import { command as charts } from './charts'
import { command as compare } from './compare'
import { command as exportCommand } from './export'
import { command as icons } from './icons'
import { command as present } from './present'
import { command as preview } from './preview'
import { command as rehearse } from './rehearse'
import { command as screenshots } from './screenshots'
import { command as soak } from './soak'
import { command as start } from './start'

/** Every command of the addon, with its options and examples, in the order in which one meets them. To import it runs none. */
export const commands = [
  start,
  present,
  rehearse,
  build,
  preview,
  exportCommand,
  charts,
  screenshots,
  compare,
  budget,
  icons,
  bench,
  benchFrames,
  soak,
] as unknown as readonly CommandDefinition[]
