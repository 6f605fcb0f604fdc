import type { EditionId } from '../../locales/editions'
import type { DeckId } from '../browser/global-setup'
import type { WalkedEngine } from './missing'
import type { WalkedSite } from './served'
import type { WalkedEdition } from './walk'
import type { Engine } from './window'
import { afterAll, beforeAll, inject } from 'vitest'
import { editionOf } from '../../locales/editions'
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

/** An edition of a deck that was built for tests, on the site that is walked. */
export function walkedEdition(deck: DeckId, id: EditionId, site: WalkedSite): WalkedEdition {
  const built = inject('sites')[deck]
  const { url, slides } = built.editions[id]
  return { site, url: url.replace(built.url, site.url), slides, language: editionOf(id).language }
}
