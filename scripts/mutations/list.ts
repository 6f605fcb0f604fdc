import type { Mutation } from './types'

/** Every way in which the project is broken to see whether its tests notice. */
export const mutations: readonly Mutation[] = []
