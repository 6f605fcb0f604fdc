import type { Plugin } from 'vite'
import type { DataFile } from '../../figures/data-files'
import { edition } from '../../build/edition'

type DataModule = typeof import('../../figures/data-files')
type LocaleModule = typeof import('../../locales/records')

/** Path of a data file below the deck's base, and what it holds. */
function contents({ name, csv, json }: DataFile): [path: string, type: string, content: string][] {
  return [[`data/${name}.csv`, 'text/csv;charset=utf-8', csv], [`data/${name}.json`, 'application/json;charset=utf-8', json]]
}

/**
 * Puts the data files beside the deck: `data/<name>.csv` and `.json` below its base, in the build and on the dev server.
 * The data is loaded only when it is asked for, so that bad data first meets the check that names it.
 */
export function serveDataFiles(): Plugin {
  return {
    name: 'deck:data-files',
    async generateBundle() {
      const [{ dataFiles }, { wordsOf }] = await Promise.all([import('../../figures/data-files'), import('../../locales/records')])
      for (const [fileName, , source] of dataFiles(wordsOf(edition)).flatMap(contents))
        this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const path = /(?:^|\/)(data\/[a-z-]+\.(?:csv|json))$/.exec(pathname)?.[1]
        if (!path)
          return next()
        try {
          // Through Vite, so that an edited number is served at once.
          const [{ dataFiles }, { wordsOf }] = await Promise.all([
            server.ssrLoadModule('/lib/data-files.ts') as Promise<DataModule>,
            server.ssrLoadModule('/locales/records.ts') as Promise<LocaleModule>,
          ])
          const found = dataFiles(wordsOf(edition)).flatMap(contents).find(([name]) => name === path)
          if (!found)
            return next()
          response.setHeader('content-type', found[1])
          response.end(found[2])
        }
        catch (error) {
          next(error)
        }
      })
    },
  }
}
