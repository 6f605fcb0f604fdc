import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ROOT } from './build'
import { runCli } from './cli'
import { parsePort, serveOnFreePort } from './static-server'

const DEFAULT_PORT = '4173'

/** `npm run preview [-- --port 4173] [--dist dist]`: shows the built deck as a static host would. */
runCli(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: DEFAULT_PORT }, dist: { type: 'string', default: 'dist' } } })
  const server = await serveOnFreePort({ dir: path.resolve(ROOT, values.dist), port: parsePort(values.port) })
  process.stdout.write(`
  audience    ${server.url}
  presenter   ${server.url}presenter/1
  overview    ${server.url}overview

  Ctrl+C stops the server.
`)
})
