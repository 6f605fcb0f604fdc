import type { WalkedEngine } from './missing'
import type { Engine } from './window'
import { afterAll, beforeAll, inject } from 'vitest'
import { missingFor } from './missing'
import { launchByPlaywright } from './playwright'
import { launchWebKit } from './webkit'

declare module 'vitest' {
  export interface ProvidedContext {
    engine: WalkedEngine
  }
}

const ENGINES = {
  firefox: (options: { motion?: boolean }) => launchByPlaywright('firefox', options),
  webkit: launchWebKit,
}

/** Why a project's engine can't be walked here, in one line. */
export const missing = missingFor(inject('engine'))

/** The engine of a project, for all tests of a file. */
export function useEngine(options: { motion?: boolean } = {}): () => Engine {
  let engine: Engine | undefined
  beforeAll(async () => {
    engine = await ENGINES[inject('engine')](options)
  })
  afterAll(() => engine?.close())
  return () => engine!
}
