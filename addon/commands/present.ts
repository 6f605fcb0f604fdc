import type { Edition } from '../deck'
import type { Opened, StageWindows } from '../node/stage/stage-windows'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { isLeftOut, plannedSlide } from '../lib/talk-plan'
import { serveOnPort } from '../node/browser/static-server'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { builtFolder, flag, port, requireEditions, wholeNumber } from '../node/cli/options'
import { UsageError } from '../node/cli/usage-error'
import { assertDeck, deck, ROOT } from '../node/deck'
import { buildForStage, isUpToDate } from '../node/slidev/up-to-date'
import { givenAt, rememberGiven } from '../node/stage/given'
import { knownLength, MINUTES, withLength } from '../node/stage/versions'

const BUILD = '.cache/present'
const PROFILE = '.cache/present-browser'
/** Where a talk that is given says where it is. */
const GIVEN = '.cache/present-given'
/** Always the same: a browser keeps what it stores (where the talk was) for one address and port. No other command of ours serves here. */
const PORT = 4747

/** A build that is fit to be shown: the one that was asked for, or our own, made anew when a source is newer. */
async function builtDeck(dist: string | undefined, build: boolean): Promise<string> {
  const dir = path.resolve(ROOT, dist ?? BUILD)
  if (dist || (!build && await isUpToDate(dir))) {
    log(`showing the deck in ${path.relative(ROOT, dir) || dir}/`)
    return dir
  }
  await assertDeck()
  log('building the deck, a minute or so')
  await buildForStage(dir, log).catch((error: Error) => {
    const older = existsSync(path.join(dir, 'index.html'))
      ? `\nThe last build that worked is still there: npm run present -- --dist ${BUILD}`
      : ''
    throw new Error(error.message + older)
  })
  return dir
}

const addressesOf = (url: string) => ({ audience: url, presenter: `${url}presenter/` })

/** Opens the windows, or says how to open them by hand. */
async function tryToOpen(windows: Omit<StageWindows, 'profile'>): Promise<Opened> {
  try {
    const { openWindows } = await import('../node/stage/stage-windows')
    return await openWindows({ ...windows, profile: path.join(ROOT, PROFILE) })
  }
  catch (error) {
    log(`The browser does not start (${(error as Error).message}). Open both addresses in two windows of one browser.`)
    return 'somewhere'
  }
}

/** A service worker would go on serving the slides of an earlier build from this address. */
const isWorker = (file: string) => /^\/(?:sw|service-worker)\.js$/.test(file)

const DRAG = 'Drag the audience\'s window to the projector and press F in it.'
/** The first thing to do, by how the windows came to stand. */
const FIRST: Readonly<Record<Opened, string>> = {
  'own screen': 'The audience\'s window fills the other screen (F11 in it ends that). The presenter\'s is on this one.',
  'side by side': DRAG,
  'in front': 'Both windows were open and are in front again.',
  'somewhere': DRAG,
  'tabs': `No Chromium, Chrome or Edge was found: both pages are tabs of your usual browser. Drag the audience's into a window of its own,
     that to the projector, and press F in it.`,
}

function hints(opened: Opened): string {
  return `
  1. ${FIRST[opened]}
  2. When you begin, click the triangle beside the clock in the presenter's window.

  → or Space  next            G 12 Enter  slide 12
  ←           back            O           all slides
  ?           all keys        D           dark or light
                          T           another language

  Ctrl+C stops the server. Until then a closed window opens again at its address above.
`
}

/**
 * What a shorter version leaves out, in a sentence.
 * @throws when no slide is marked for a version of so many minutes
 */
async function leftOut(minutes: number, edition: Edition): Promise<string> {
  const { loadSlides } = await import('../node/slidev/slides')
  const slides = (await loadSlides(edition)).map(({ no, frontmatter }) => plannedSlide(no, frontmatter, deck.outsideTalk))
  knownLength(minutes, slides)
  const skipped = slides.filter(slide => isLeftOut(slide, minutes)).map(({ no }) => no)
  return `the version of ${minutes} minutes: → and ← step over ${skipped.join(', ')}, G leads to them`
}

/** Serves the built deck on this machine only, and opens the audience's and the presenter's window. */
export const command = defineCommand({
  name: 'present',
  summary: 'Gives the talk: serves the built deck on this machine only, and opens the audience\'s and the presenter\'s window.',
  editions: 'first',
  options: {
    build: flag('build the deck even when no source has changed'),
    dist: builtFolder('a built deck to show as it is (default: our own, built when a source has changed)'),
    open: flag('open no window, only print the addresses', { fallback: true }),
    minutes: wholeNumber('give a shorter version: plan, steps and what comes next leave out its slides (default: the whole talk)', MINUTES),
    port: port(`where to serve it (default: ${PORT}, or the next that is free; only one and the same port remembers where a talk was)`),
  },
  examples: [
    'npm run present',
    'npm run present -- zh',
    'npm run present -- --minutes 10',
    'npm run present -- --dist .cache/present --no-open',
  ],
  check: ({ build, dist }, wanted) => {
    if (build && dist !== undefined)
      throw new UsageError(`"--build" and "--dist ${dist}" contradict each other; expected one of them.`)
    requireEditions(dist, wanted)
  },
  run: async ({ build, dist, minutes, open, port }, [edition]) => {
    const version = minutes === undefined ? undefined : await leftOut(minutes, edition)
    const given = open && dist === undefined && port === undefined ? await givenAt(path.join(ROOT, GIVEN)) : undefined
    if (given) {
      await tryToOpen({ ...addressesOf(given + edition.folder), isServedAlready: true })
      log('Another "npm run present" gives the talk already: its windows are in front, or open again. "-- --port 4748" gives a second.')
      if (minutes !== undefined)
        log(`It goes on as it was begun: stop it there with Ctrl+C, and start it again to give the version of ${minutes} minutes.`)
      return
    }
    if (version)
      log(version)
    const dir = await builtDeck(dist, build)
    let answerFirstRequest = () => {}
    const asked = new Promise<void>((resolve) => {
      answerFirstRequest = resolve
    })
    const changePage = minutes === undefined ? undefined : (html: string) => withLength(html, minutes)
    const options = { dir, deckEverywhere: true, onRequest: answerFirstRequest, isHidden: isWorker, changePage }
    const server = await serveOnPort(options, port, PORT)
    if (server.port !== (port ?? PORT)) {
      log(
        `Port ${PORT} is taken, perhaps by another "npm run present": this one uses ${server.port}, and does not know where the other was.`,
      )
    }
    else if (port === undefined) {
      await rememberGiven(path.join(ROOT, GIVEN), server.url)
    }
    const addresses = addressesOf(server.url + edition.folder)
    log(`
  audience    ${addresses.audience}
  presenter   ${addresses.presenter}`)
    const opened = open ? await tryToOpen({ ...addresses, asked }) : 'somewhere'
    log(hints(opened))
  },
})

runIfMain(command, import.meta.url)
