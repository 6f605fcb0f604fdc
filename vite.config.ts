import type { Plugin } from 'vite'
import { utimesSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { writeChineseFont } from './build/chinese-font'
import { serveDataFiles } from './build/data-files'

/** Folders whose text reaches the slides through `setup/preparser.ts`. */
const PREPARSED = ['data', 'lib', 'locales'].map(folder => resolve(import.meta.dirname, folder))

/**
 * Slidev reads the preparser once; touching it makes Slidev restart, so that new numbers reach titles and notes
 * and bad data stops the server as it stops the build.
 */
function restartOnDataChange(): Plugin {
  return {
    name: 'deck:restart-on-data-change',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(PREPARSED)
      server.watcher.on('change', (file) => {
        if (PREPARSED.some(folder => file.startsWith(folder)))
          utimesSync(resolve(import.meta.dirname, 'setup/preparser.ts'), new Date(), new Date())
      })
    },
  }
}

/**
 * Slidev ships its client for annotated code even with `twoslash: false`; it logs an error on every page. This
 * deck shows no code.
 */
function withoutTwoslash(): Plugin {
  const STUB = '\0deck:no-twoslash'
  return {
    name: 'deck:without-twoslash',
    enforce: 'pre',
    resolveId: id => id === '@shikijs/vitepress-twoslash/client' ? STUB : undefined,
    load: id => id === STUB ? 'export default { install() {} }' : undefined,
  }
}

export default defineConfig(async () => {
  await writeChineseFont()
  return {
    plugins: [withoutTwoslash(), restartOnDataChange(), serveDataFiles()],
    // Read by Slidev: what its dev server shares between devices (composables/useStage.ts).
    slidev: { serverRef: { state: { stage: { logarithmic: false, black: false, enlarged: '', enlargedOn: 0 } } } },
  }
})
