import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './build'
import { runCli, say } from './cli'
import { chosenEdition } from './edition-argument'
import { buildForStage, isFresh } from './fresh-build'
import { openWindows } from './stage-windows'
import { parsePort, serveOnFreePort } from './static-server'

const BUILD = '.cache/present'
const PROFILE = '.cache/present-browser'
/** Always the same: a browser keeps what it stores (where the talk was) for one address and port. No other command of ours serves here. */
const PORT = '4747'

/** A build that is fit to be shown: the one that was asked for, or our own, made anew when a source is newer. */
async function builtDeck(dist: string | undefined, build: boolean): Promise<string> {
  const dir = path.resolve(ROOT, dist ?? BUILD)
  if (dist || (!build && await isFresh(dir)))
    return dir
  say('building the deck, a minute or so')
  await buildForStage(dir, say).catch((error: Error) => {
    const older = existsSync(path.join(dir, 'index.html')) ? `\nThe last build that worked is still there: npm run present -- --dist ${BUILD}` : ''
    throw new Error(error.message + older)
  })
  return dir
}

/** A service worker would go on serving the slides of an earlier build from this address. */
const isWorker = (file: string) => /^\/(?:sw|service-worker)\.js$/.test(file)

function hints(url: string): string {
  return `
  audience    ${url}
  presenter   ${url}presenter/

  1. Drag the audience's window to the projector and press F in it.
  2. When you begin, point at the clock at the lower right of the presenter's window and click its triangle.

  → or Space  next            G 12 Enter  slide 12
  ←           back            O           all slides
  ?           all keys        D           dark or light
                          T           another language

  Ctrl+C stops the server. Until then a closed window opens again at its address above.
`
}

/**
 * `npm run present [-- zh --build] [--dist dist] [--port 4747] [--no-open]`: serves the built deck on this machine only,
 * and opens the audience's and the presenter's window.
 */
runCli(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      build: { type: 'boolean', default: false },
      dist: { type: 'string' },
      lang: { type: 'string' },
      open: { type: 'boolean', default: true },
      port: { type: 'string', default: PORT },
    },
  })
  const wanted = parsePort(values.port)
  const { folder } = chosenEdition(values.lang, positionals)
  const dir = await builtDeck(values.dist, values.build)
  let tellAsked = () => {}
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve
  })
  const server = await serveOnFreePort({ dir, port: wanted, deckEverywhere: true, onRequest: tellAsked, isHidden: isWorker })
  if (server.port !== wanted)
    say(`Port ${wanted} is taken, perhaps by another "npm run present": this one uses ${server.port}, and does not know where the other was.`)
  const url = server.url + folder
  say(hints(url))
  if (!values.open)
    return
  try {
    const browser = await openWindows({ addresses: [url, `${url}presenter/`], profile: path.join(ROOT, PROFILE), asked })
    if (!browser)
      say('No Chromium, Chrome or Edge was found: both pages are tabs of your usual browser. Drag one of them out into a window of its own.')
  }
  catch (error) {
    say(`The browser does not start (${(error as Error).message}). Open both addresses in two windows of one browser.`)
  }
})
