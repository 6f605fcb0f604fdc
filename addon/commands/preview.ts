import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, port } from '../node/cli/options'

const FIRST_PORT = 4173

/** Shows the built deck as a static host would. */
export const command = defineCommand({
  name: 'preview',
  summary: 'Serves the site that "npm run build" made, on this machine only, as a static host would.',
  options: {
    dist: builtFolder('the site', { fallback: 'dist' }),
    port: port(`where to serve it (default: ${FIRST_PORT}, or the next that is free)`),
  },
  refused: { edition: 'it serves all editions, each at its address' },
  examples: ['npm run preview', 'npm run preview -- --port 8080'],
  run: async ({ dist, port }) => {
    const [{ existsSync }, path, { editions, ROOT }, { serveOnPort }] = await Promise.all([
      import('node:fs'),
      import('node:path'),
      import('../node/deck'),
      import('../node/browser/static-server'),
    ])
    const dir = path.resolve(ROOT, dist)
    const server = await serveOnPort({ dir }, port, FIRST_PORT)
    if (server.port !== (port ?? FIRST_PORT))
      log(`Port ${FIRST_PORT} is taken by another program: this is port ${server.port}.`)
    const others = editions.slice(1).filter(({ folder }) => existsSync(path.join(dir, folder, 'index.html')))
    log(`
  audience    ${server.url}${others.map(({ folder, name }) => `, ${name} ${server.url}${folder}`).join('')}
  presenter   ${server.url}presenter/1/
  overview    ${server.url}overview/

  ? shows all keys. Ctrl+C stops the server.
`)
  },
})

runIfMain(command, import.meta.url)
