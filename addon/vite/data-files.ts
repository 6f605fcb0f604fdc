import type { Plugin } from 'vite'
import type { DataFile, Deck, Edition } from '../deck'

/** Path of a data file below the deck's base, and what it holds. */
function contents({ name, csv, json }: DataFile): [path: string, type: string, content: string][] {
  return [[`data/${name}.csv`, 'text/csv;charset=utf-8', csv], [`data/${name}.json`, 'application/json;charset=utf-8', json]]
}

/**
 * Puts the data files beside the deck: `data/<name>.csv` and `.json` below its base, in the build and on the dev server.
 * The data is loaded only when it is asked for, so that bad data first meets the check that names it.
 */
export function serveDataFiles(deck: Deck, edition: Edition): Plugin {
  return {
    name: 'talk:data-files',
    async generateBundle() {
      for (const [fileName, , source] of (await deck.dataFiles?.(edition) ?? []).flatMap(contents))
        this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        // No `URL`, which throws at `//`: whatever is thrown here ends the server.
        const path = /^[^?#]*\/(data\/[a-z-]+\.(?:csv|json))(?:[?#]|$)/.exec(request.url ?? '')?.[1]
        if (!path)
          return next()
        try {
          // Through Vite, so that an edited number is served at once.
          const { default: now } = await server.ssrLoadModule('/deck.ts') as { default: Deck }
          const found = (await now.dataFiles?.(edition) ?? []).flatMap(contents).find(([name]) => name === path)
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
