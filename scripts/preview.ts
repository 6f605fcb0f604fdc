import type { StaticServer } from './static-server'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ROOT } from './build'
import { runCli } from './cli'
import { serveDist } from './static-server'

const DEFAULT_PORT = 4173
const LAST_PORT = 65_535

/** Serves `dir` on the first free port from `port` on. */
async function serveOnFreePort(dir: string, port: number): Promise<StaticServer> {
  try {
    return await serveDist({ dir, port })
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && port < LAST_PORT)
      return serveOnFreePort(dir, port + 1)
    throw error
  }
}

/** `npm run preview [-- --port 4173] [--dist dist]`: shows the built deck as a static host would. */
runCli(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, dist: { type: 'string', default: 'dist' } } })
  const port = Number(values.port ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 1 || port > LAST_PORT)
    throw new Error(`--port takes a number from 1 to ${LAST_PORT}, not "${values.port}".`)
  const server = await serveOnFreePort(path.resolve(ROOT, values.dist), port)
  process.stdout.write(`
  audience    ${server.url}
  presenter   ${server.url}presenter/1
  overview    ${server.url}overview

  Ctrl+C stops the server.
`)
})
