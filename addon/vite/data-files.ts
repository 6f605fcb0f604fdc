import type { Plugin } from 'vite'
import type { Deck, Edition } from '../deck'

/**
 * Puts the data files beside the deck, in `data/` below its base, in the build and on the dev server.
 * The data is loaded only when it is asked for, so that bad data first meets the check that names it.
 */
export function serveDataFiles(deck: Deck, edition: Edition): Plugin {
  return {
    name: 'talk:data-files',
    async generateBundle() {
      for (const { name, content } of await deck.dataFiles?.(edition) ?? [])
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: content })
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        // No `URL`, which throws at `//`: whatever is thrown here ends the server.
        const wanted = /^[^?#]*\/data\/([a-z\d-]+\.(?:csv|json|xlsx))(?:[?#]|$)/.exec(request.url ?? '')?.[1]
        if (!wanted)
          return next()
        try {
          // Through Vite, so that an edited number is served at once.
          const { default: now } = await server.ssrLoadModule('/deck.ts') as { default: Deck }
          const found = (await now.dataFiles?.(edition) ?? []).find(({ name }) => name === wanted)
          if (!found)
            return next()
          response.setHeader('content-type', found.type)
          response.end(found.content)
        }
        catch (error) {
          next(error)
        }
      })
    },
  }
}
