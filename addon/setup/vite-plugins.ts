import { resolve } from 'node:path'
import process from 'node:process'
import { defineVitePluginsSetup } from '@slidev/types'
import { editionOfEntry } from '../deck'
import { talkWordsOf } from '../locales/all'
import { firstKeys } from '../locales/first-keys'
import { loadDeck } from '../node/deck'
import { firstWords } from '../node/site/first-words'
import { chunks } from '../vite/chunks'
import { serveDataFiles } from '../vite/data-files'
import { editionOfDeck } from '../vite/edition'
import { firstScript } from '../vite/first-script'
import { lastGood } from '../vite/last-good'
import { localWrites } from '../vite/local-writes'
import { notesOnDemand } from '../vite/notes'
import { oneAddress } from '../vite/one-address'
import { oneAhead } from '../vite/one-ahead'
import { ownOutput } from '../vite/own-output'
import { plannedSteps } from '../vite/planned-steps'
import { neededSettings } from '../vite/settings'
import { silentViews } from '../vite/silent-views'
import { slim } from '../vite/slim'

/** The addon's plugins, for the edition whose slides Slidev was given. */
export default defineVitePluginsSetup(async ({ entry, userRoot, withoutNotes }) => {
  const deck = await loadDeck(userRoot)
  const edition = editionOfEntry(deck.editions, entry)
  // `npm run bench` also measures what Slidev builds without our help.
  const own = process.env.DECK_PLAIN
    ? []
    : [firstScript(resolve(import.meta.dirname, '../client/storage.ts')), slim(userRoot), neededSettings(), chunks(), oneAhead()]
  return [
    editionOfDeck(userRoot, edition, withoutNotes),
    firstWords('#talk-words', firstKeys, async () => talkWordsOf(edition.language)),
    ownOutput(),
    localWrites(),
    oneAddress(),
    ...own,
    notesOnDemand(),
    plannedSteps(),
    silentViews(),
    lastGood({ root: userRoot, deck, edition }),
    serveDataFiles(deck, edition),
  ]
})
