import type { Plugin, ViteDevServer } from 'vite'
import type { Deck, Edition } from '../deck'
import type { Problem } from '../lib/problem'
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import process from 'node:process'
import { glob } from 'tinyglobby'
import { runnerImport } from 'vite'
import { problemText } from '../lib/problem'
import { concerns } from '../node/problems/concerns'
import { importProblem } from '../node/problems/import-problem'
import { moduleProblems } from '../node/problems/module-problems'

type FileEvent = 'add' | 'change' | 'unlink'

/** Folders, besides those that a deck names itself, in which its problems are found. */
const SHOWN = ['components', 'composables', 'layouts', 'theme']
/** Slides, which may be in several files. */
const SLIDES = ['*.md', 'slides/**/*.md', 'pages/**/*.md']
const IS_SLIDES = /^(?:(?:slides|pages)\/.+|[^/]+)\.md$/
/** Time in which an editor has written all that it writes, milliseconds. */
const QUIET = 60
/** Time that Slidev may take to read the slides, milliseconds. */
const READING = 5000
/** What an open page asks when it starts, and what it is told when all is well again. */
const ASK = 'deck:ask'
const MENDED = 'deck:mended'
const PAGE_MODULE = 'virtual:deck-mended'

/** What is wrong with the sources as they are on the disk now, a sentence each. */
interface State {
  /** What keeps this edition from being shown. */
  readonly stopping: string
  /** What the server goes on with: what is unfinished, and what is wrong with other editions. */
  readonly waiting: string
}

/** The deck that is served. */
export interface ServedDeck {
  /** Its folder, absolute. */
  readonly root: string
  readonly deck: Deck
  readonly edition: Edition
}

/** Reads the sources anew each time, in modules of their own: also those that check. */
async function stateNow({ root, deck, edition }: ServedDeck): Promise<State> {
  const options = {
    configFile: false as const,
    root,
    logLevel: 'silent' as const,
    resolve: { alias: { '#deck-now': resolve(root, 'deck.ts') } },
  }
  const unread = moduleProblems(root, [...SHOWN, ...deck.preparsed ?? []]).map(problem => ({ ...problem, text: problemText(problem) }))
  const problems = unread.length > 0
    ? unread
    : await runnerImport<typeof import('./deck-now')>(resolve(import.meta.dirname, 'deck-now.ts'), options).then(
        ({ module }) => module.problems,
        (error: unknown) => [importProblem(error, root)].map(problem => ({ ...problem, text: problemText(problem) })),
      )
  const stops = (problem: Problem) => problem.severity === 'error' && concerns(problem, edition, deck.editions)
  const texts = (chosen: typeof problems) => chosen.map(({ text }) => text).join('\n')
  return { stopping: texts(problems.filter(stops)), waiting: texts(problems.filter(problem => !stops(problem))) }
}

declare global {
  /** How `setup/preparser.ts` asks a server that runs already what is wrong: it never ends such a server. */
  // eslint-disable-next-line vars-on-top -- a global is declared so
  var deckProblemsNow: (() => Promise<State>) | undefined
}

/**
 * On the dev server: what changes in the sources waits until the deck that comes of it can be shown. Until then the server goes on
 * with what it had, for every page that opens, and says what is wrong in the terminal and over the slide. Vite and Slidev alone would
 * take half of a change, and end with a stack where the data is broken.
 */
class LastGood {
  /** Texts of the last deck that could be shown, by path. */
  private readonly good = new Map<string, string>()
  /** Changes that the server has not been told of. */
  private readonly held = new Map<string, FileEvent>()
  private said: State = { stopping: '', waiting: '' }
  private timer: NodeJS.Timeout | undefined
  private checking: Promise<void> = Promise.resolve()

  private readonly entry: string
  private readonly preparsed: readonly string[]

  constructor(private readonly server: ViteDevServer, private readonly served: ServedDeck) {
    this.entry = resolve(served.root, served.edition.entry)
    this.preparsed = served.deck.preparsed ?? []
  }

  private fromRoot(file: string): string {
    return relative(this.served.root, file).split('\\').join('/')
  }

  private isIn(file: string, folders: readonly string[]): boolean {
    return folders.some(folder => this.fromRoot(file).startsWith(`${folder}/`))
  }

  /** Whether a file reaches the slides through `setup/preparser.ts`. */
  isPreparsed(file: string): boolean {
    return this.isIn(file, this.preparsed)
  }

  private isSource(file: string): boolean {
    return this.isIn(file, [...SHOWN, ...this.preparsed]) || IS_SLIDES.test(this.fromRoot(file))
  }

  async start(): Promise<void> {
    this.holdEvents()
    for (const file of await glob([...SLIDES, ...[...SHOWN, ...this.preparsed].map(folder => `${folder}/**`)], {
      cwd: this.served.root,
      absolute: true,
    }))
      this.good.set(resolve(file), readFileSync(file, 'utf8'))
    this.server.ws.on(
      ASK,
      (_, client) => this.said.stopping && client.send({ type: 'error', err: { message: this.said.stopping, stack: '' } }),
    )
    // What changes while this server runs was checked before Slidev reads it. One that has ended is about to start anew.
    globalThis.deckProblemsNow = async () => this.ended ? await stateNow(this.served) : { stopping: '', waiting: '' }
    this.soon()
  }

  /** The text that a file had when the deck was whole, while its change waits. */
  textOf(file: string): string | undefined {
    return this.held.has(file) ? this.good.get(file) : undefined
  }

  /** Keeps changes of sources from all who listen to the watcher: Vite, Slidev, and what looks for components. */
  private holdEvents(): void {
    const { watcher } = this.server
    const emit = watcher.emit.bind(watcher) as (event: string, ...rest: unknown[]) => boolean
    const release = (event: string, file: string) => emit(event, file) && emit('all', event, file)
    watcher.emit = ((event: string, ...rest: unknown[]) => {
      const [kind, file] = (event === 'all' ? rest : [event, rest[0]]) as [string, string]
      if (!['add', 'change', 'unlink'].includes(kind) || !this.isSource(file))
        return emit(event, ...rest)
      if (event !== 'all') {
        this.held.set(resolve(file), kind as FileEvent)
        this.soon()
      }
      return true
    }) as typeof watcher.emit
    this.release = release
  }

  private reloads = false
  /** Slidev has not read the slides as they are. */
  private isUnread = false
  /** The server was closed. */
  ended = false

  private release: (event: string, file: string) => void = () => {}

  private soon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.checking = this.checking.then(() => this.check()).catch((error: Error) => this.server.config.logger.error(error.message))
    }, QUIET)
  }

  private async check(): Promise<void> {
    const changes = new Map(this.held)
    const now = await stateNow(this.served)
    // Saved again while this was read: the next check has it all.
    if ([...this.held].some(([file, event]) => changes.get(file) !== event))
      return
    this.tell(now)
    if (now.stopping === '')
      await this.follow(changes)
  }

  /**
   * Lets the server have the changes, in one go, and waits until Slidev has read the slides: it may not be told of the next while it reads.
   */
  private async follow(changes: ReadonlyMap<string, FileEvent>): Promise<void> {
    const isAgain = this.isUnread
    this.isUnread = false
    const isPrepared = isAgain || [...changes.keys()].some(file => this.isPreparsed(file))
    const read = isPrepared || changes.has(this.entry) ? this.entryRead() : undefined
    for (const [file, event] of changes) {
      this.held.delete(file)
      if (event === 'unlink')
        this.good.delete(file)
      else
        this.good.set(file, readFileSync(file, 'utf8'))
      this.release(event, file)
    }
    // Numbers and words stand in the slides' text as it was read: it is read again.
    if (isPrepared) {
      this.reloads = true
      this.release('change', this.entry)
    }
    // An error ends Vite's update without a word to us, as when a file was saved again while Slidev read it: once more, if all is well
    // then.
    if (await read === false && !isAgain) {
      this.isUnread = true
      this.soon()
    }
  }

  /** Resolves when Slidev has read the slides; with false when it takes too long, or failed. */
  private entryRead(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), READING)
      this.onRead = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
  }

  /** Told of each file that all plugins have dealt with. @returns whether pages are to be loaded again */
  wasRead(file: string): boolean {
    if (resolve(file) !== this.entry)
      return false
    this.onRead()
    const { reloads } = this
    this.reloads = false
    return reloads
  }

  private onRead: () => void = () => {}

  private tell({ stopping, waiting }: State): void {
    const { ws } = this.server
    if (stopping && stopping !== this.said.stopping)
      process.stderr.write(`\n${stopping}\nThe slides stay as they were until this is mended.\n`)
    if (stopping)
      ws.send({ type: 'error', err: { message: stopping, stack: '' } })
    else if (this.said.stopping)
      process.stdout.write('\nMended: the slides follow again.\n')
    if (!stopping)
      ws.send(MENDED)
    if (waiting && waiting !== this.said.waiting)
      process.stderr.write(`\nUnfinished, and shown all the same:\n${waiting}\n`)
    this.said = { stopping, waiting }
  }
}

/** In an open page: asks whether something is wrong, and takes Vite's message away once it is mended. */
const PAGE_SCRIPT = `const overlays = () => document.querySelectorAll('vite-error-overlay')
import.meta.hot.on('${MENDED}', () => overlays().forEach(overlay => overlay.remove()))
import.meta.hot.send('${ASK}')`

/** Slidev's first module: it answers with its page as it is, so that no plugin can put a script into it. */
const FIRST_MODULE = /\/@slidev\/client\/main\.ts(?:\?|$)/

/**
 * The dev server keeps the last deck that could be shown; see {@link LastGood}. Two plugins, for what comes before Slidev's own and
 * what comes after.
 */
export function lastGood(served: ServedDeck): Plugin[] {
  let guard: LastGood | undefined
  const before: Plugin = {
    name: 'deck:last-good',
    apply: 'serve',
    enforce: 'pre',
    async configureServer(server) {
      guard = new LastGood(server, served)
      await guard.start()
    },
    resolveId: id => id === PAGE_MODULE ? `\0${PAGE_MODULE}` : undefined,
    load: id => id === `\0${PAGE_MODULE}` ? PAGE_SCRIPT : guard?.textOf(resolve(id.split('?')[0]!)),
    transform: (code, id) => FIRST_MODULE.test(id) ? `import '${PAGE_MODULE}'\n${code}` : undefined,
    buildEnd() {
      if (guard)
        guard.ended = true
    },
    // Numbers and words reach the pages at once and all together: by a reload, once the slides are read.
    hotUpdate: ({ file }) => guard?.isPreparsed(file) ? [] : undefined,
  }
  const after: Plugin = {
    name: 'deck:last-good-reload',
    apply: 'serve',
    enforce: 'post',
    hotUpdate({ file, modules }) {
      if (this.environment.name !== 'client' || !guard?.wasRead(file))
        return undefined
      modules.forEach(module => this.environment.moduleGraph.invalidateModule(module))
      this.environment.hot.send({ type: 'full-reload' })
      return []
    },
  }
  return [before, after]
}
