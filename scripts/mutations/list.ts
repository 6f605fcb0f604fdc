import type { Kind, Mutation, Way } from './types'
import { build } from './build'
import { data } from './data'
import { hosting } from './hosting'
import { keys } from './keys'
import { layout } from './layout'
import { pdf } from './pdf'
import { sync } from './sync'
import { kinds } from './types'
import { words } from './words'

const ways: Record<Kind, readonly Way[]> = { data, words, layout, keys, sync, hosting, pdf, build }

/** Every way in which the project is broken to see whether its tests notice. */
export const mutations: readonly Mutation[] = kinds.flatMap(kind => ways[kind].map(way => ({ kind, ...way })))
