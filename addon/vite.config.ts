import { defineConfig } from 'vite'
import { STAGE_AT_REST } from './lib/stage-state'
import { clauseBreaks } from './vite/clause-breaks'

export default defineConfig({
  // As part of a style sheet, a font would be fetched with it whether text needs it or not, and a strict Content-Security-Policy refuses
  // it.
  build: { assetsInlineLimit: (file: string) => file.endsWith('.woff2') ? false : undefined },
  slidev: {
    // What its dev server shares between devices.
    serverRef: { state: { stage: { ...STAGE_AT_REST } } },
    markdown: { markdownSetup: clauseBreaks },
  },
})
