import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import process from 'node:process'
import { defineConfig } from 'vite'
import { serveDataFiles } from './addon/vite/data-files'
import { edition, editionAliases } from './build/edition'
import { firstScript } from './addon/vite/first-script'
import { writeFonts } from './theme/fonts'
import { lastGood } from './addon/vite/last-good'
import { localWrites } from './addon/vite/local-writes'
import { notesOnDemand } from './addon/vite/notes'
import { ownOutput } from './addon/vite/own-output'
import { silentViews } from './addon/vite/silent-views'
import { slim } from './addon/vite/slim'

// For plain `npx slidev`; our own commands have asked already.
createRequire(import.meta.url)('./scripts/preflight.cjs').preflight()

export default defineConfig(async () => {
  await writeFonts(edition)
  // `npm run bench` also measures what Slidev builds without our help.
  const own = process.env.DECK_PLAIN ? [] : [firstScript(resolve(import.meta.dirname, 'addon/client/storage.ts')), slim()]
  return {
    resolve: { alias: editionAliases },
    plugins: [ownOutput(), localWrites(), ...own, notesOnDemand(), silentViews(), lastGood(), serveDataFiles()],
    // As part of a style sheet, a font would be fetched with it whether text needs it or not, and a strict Content-Security-Policy refuses it.
    build: { assetsInlineLimit: (file: string) => file.endsWith('.woff2') ? false : undefined },
    // Read by Slidev: what its dev server shares between devices (addon/composables/useStage.ts).
    slidev: { serverRef: { state: { stage: { logarithmic: false, black: false, enlarged: '', enlargedOn: 0, edition: '', editionBy: 'viewer', editionAt: 0, changes: 0 } } } },
  }
})
