import type { EditionId } from '../../locales/editions'
import type { DeckId } from '../browser/global-setup'
import type { WalkedSite } from '../engines/served'
import type { HeardEngine } from './missing'
import type { Chapter, HeardEdition, HeardOptions, HeardPart } from './walk'
import path from 'node:path'
import { editions, loadDeck, ROOT } from '../../addon/node/deck'
import { loadSlides } from '../../addon/node/slidev/slides'
import { serveForWalk } from '../engines/served'
import { beginToListen } from './listener'
import { walkByEar } from './walk'

export type { EditionId as HeardEditionId }

/** What each deck has to be heard. */
const DECKS: Readonly<Record<DeckId, { readonly root: string, readonly options: Omit<HeardOptions, 'other'> }>> = {
  talk: {
    root: ROOT,
    options: { exhibit: 'headcount-chart', toggle: { key: 'l', slide: 'headcount-chart' }, hasReadingPage: true },
  },
  fixture: {
    root: path.join(ROOT, 'fixture'),
    options: { exhibit: 'chart', toggle: { key: 's', slide: 'chart' }, hasReadingPage: false },
  },
}

/** What was heard of an edition of a deck in a browser. */
export interface HeardDeck {
  /** The browser, with its version. */
  readonly name: string
  readonly chapters: readonly Chapter[]
  /** What is wrong with it, one line each. */
  readonly faults: readonly string[]
}

async function editionsOf(root: string, site: WalkedSite): Promise<readonly HeardEdition[]> {
  const deck = await loadDeck(root)
  return Promise.all(deck.editions.map(async (edition) => {
    const slides = await loadSlides(edition, root)
    return {
      id: edition.id,
      site,
      url: site.url + edition.folder,
      language: edition.language,
      slides: slides.map(({ no, id, title = '' }) => ({ no, id, title })),
    }
  }))
}

/**
 * Listens to an edition of a built deck.
 * @param deck which one was built
 * @param dist the folder of the whole site
 * @param engine the browser
 * @param id which edition
 * @param parts of the walk; all of them without
 * @throws when a program does not start, or a slide does not come to rest
 */
export async function hear(
  deck: DeckId,
  dist: string,
  engine: HeardEngine,
  id: EditionId,
  parts?: readonly HeardPart[],
): Promise<HeardDeck> {
  const { root, options } = DECKS[deck]
  const site = await serveForWalk(dist)
  try {
    const all = await editionsOf(root, site)
    const edition = all.find(edition => edition.id === id)!
    const other = all.find(edition => edition.id !== id)!
    const listener = await beginToListen(engine, `${site.url}robots.txt`)
    try {
      return { name: listener.name, ...await walkByEar(listener, edition, { ...options, other }, parts) }
    }
    finally {
      await listener.close()
    }
  }
  finally {
    await site.close()
  }
}

/** The editions that are heard. */
export const HEARD_EDITIONS = editions.map(({ id }) => id) as readonly EditionId[]
