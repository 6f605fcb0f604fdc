import type { Faults, WalkedEdition, WalkedSlide } from '../engines/walk'
import type { Listener } from './listener'
import type { PageWords } from './words'
import { arrive, openAt, shownIn, standsStill } from '../engines/walk'
import { until } from '../engines/window'
import { plain, timesIn, wordsOfPage } from './words'

/** An edition that is walked by ear. */
export interface HeardEdition extends WalkedEdition {
  readonly id: string
  readonly slides: readonly (WalkedSlide & { readonly title: string })[]
}

/** What was pressed, and what was said then. */
export interface Heard { readonly press: string, readonly said: readonly string[] }

/** A part of what is heard: a slide, or something that one can do. */
export interface Chapter {
  /** Of a slide its id. */
  readonly id: string
  /** The number of the slide; none for what one can do on any. */
  readonly no?: number
  readonly title: string
  readonly heard: Heard[]
}

/** What a walk needs to know besides the edition. */
export interface HeardOptions {
  /** A slide with steps and an exhibit. */
  readonly exhibit: string
  /** The letter of a toggle of the deck, and a slide on which it is seen. */
  readonly toggle: { readonly key: string, readonly slide: string }
  readonly hasReadingPage: boolean
  /** The same slides in another language. */
  readonly other: HeardEdition
}

/** What a browser says of loading, which is no page's word, and comes or not as fast as it loads. */
const OF_LOADING = /^(?:https?:|127\.0\.0\.1|Loading\.|Finished loading|Page has \d|Text unselected|Selection deleted)/

/** What Orca says of where it comes from and gets to. */
const OF_PLACE = /^(?:leaving .+|main content|navigation.*)$/

/** How one listens. */
interface Patience {
  readonly quiet?: number
  readonly awaits?: (words: PageWords) => readonly string[]
}
const TITLE = ({ title }: PageWords) => [title]
/** All that is read of a page, whose last word is that of its last link. */
const ALL = ({ title, pieces, controls, last }: PageWords) => [title, ...pieces, ...controls, last]

/** Longest that what must come is awaited, in milliseconds: on a busy machine a screen reader is seconds late. */
const PATIENCE = 20_000

/** Keys as X names them, and as people do. */
const NAMES: Readonly<Record<string, string>> = {
  Next: 'Page Down',
  Prior: 'Page Up',
  Right: '→',
  Left: '←',
  Down: '↓',
  KP_Add: 'read on',
  Escape: 'Esc',
  Return: 'Enter',
  question: '?',
}
const nameOf = (key: string) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)

/** Walks through an edition by ear. */
class Walk {
  readonly chapters: Chapter[] = []
  readonly faults: Faults = []

  constructor(readonly listener: Listener, readonly edition: HeardEdition, readonly options: HeardOptions) {}

  words = () => this.listener.page.evaluate<PageWords>(`(globalThis.__name ??= fn => fn, ${wordsOfPage.toString()})()`)
  fault = (what: string) => {
    const { id, heard } = this.chapters.at(-1)!
    const { press, said } = heard.at(-1) ?? { press: 'at first', said: [] }
    this.faults.push(`${this.listener.name}, ${this.edition.language}, ${id}, ${press}: ${what}${said.length ? `; heard: ${said.join(' | ')}` : ''}`)
  }

  noOf = (id: string) => this.edition.slides.find(slide => slide.id === id)!.no

  begin(id: string, title: string, no?: number): void {
    this.chapters.push({ id, title, heard: [], ...no === undefined ? {} : { no } })
  }

  /** Keeps what was said after something was done. */
  private keep(press: string, said: readonly string[]): string[] {
    const kept = said.filter(text => !OF_LOADING.test(text))
    this.chapters.at(-1)!.heard.push({ press, said: kept })
    return kept
  }

  /**
   * Does something and hears what is said, until all was said that is awaited, and that live regions came to hold.
   * @param press as people call it
   * @param action what is done
   * @param patience how it is listened
   * @param patience.quiet milliseconds without a word, after which nothing more comes
   * @param patience.awaits texts of the page, as it is then
   */
  async act(
    press: string,
    action: () => Promise<unknown>,
    { quiet, awaits = () => [] }: Patience = {},
  ): Promise<{ said: string[], live: string[] }> {
    const { page, waitFor, hear } = this.listener
    await hear(150)
    await page.evaluate(() => window.liveTexts?.splice(0))
    await action()
    const live = () => page.evaluate(() => window.liveTexts ?? []).catch(() => [] as string[])
    await waitFor(said => said.length > 0, 700)
    const awaited = [...awaits(await this.words()), ...await live()].filter(text => plain(text))
    await waitFor(said => awaited.every(text => timesIn(said, text) > 0), PATIENCE)
    const said = await hear(quiet)
    const late = (await live()).filter(text => timesIn(said, text) === 0)
    if (late.length > 0 && await waitFor(more => late.some(text => timesIn(more, text) > 0), 1500))
      said.push(...await hear(quiet))
    return { said: this.keep(press, said), live: await live() }
  }

  press = (key: string, patience?: Patience) => this.act(nameOf(key), () => this.listener.press(key), patience)

  /** What live regions came to hold is said once each, and nothing else is. */
  isLive({ said, live }: { said: readonly string[], live: readonly string[] }): void {
    for (const text of live) {
      const times = timesIn(said, text)
      if (times !== 1)
        this.fault(`"${text}" is said ${times} times`)
    }
    const texts = live.map(plain)
    const isLive = (one: string) => texts.some(text => text.includes(plain(one)) || plain(one).includes(text))
    const also = said.filter(one => !OF_PLACE.test(one) && !isLive(one))
    if (also.length > 0)
      this.fault(`besides is said: ${also.join(' | ')}`)
  }

  /** A key for a step: what was seen to change is said once. */
  async step(key: string): Promise<void> {
    const { page, window, press } = this.listener
    const before = await shownIn(window)
    const picture = await this.picture()
    const { title: titleBefore } = await this.words()
    const { said, live } = await this.act(nameOf(key), async () => {
      await press(key)
      await until(window, 'it steps', ([no, clicks]) => {
        const nav = globalThis.window.deckNav()
        return nav.currentSlideNo !== no || nav.clicks !== clicks
      }, [before.no, before.clicks] as const).catch((error: Error) => this.fault(error.message))
      await standsStill(window, (await shownIn(window)).no)
    }, { awaits: ({ title }) => title === titleBefore ? [] : [title] })
    const now = await shownIn(window)
    const { title } = await this.words()
    if (now.no !== before.no) {
      const times = timesIn(said, title)
      if (times !== 1)
        this.fault(`the title "${title}" is said ${times} times`)
      const all = plain(said.join(' '))
      const number = all.search(/\d/)
      if (number < 0 || number > all.indexOf(plain(title)))
        this.fault('the number does not come first')
    }
    else if (said.length === 0 && !picture.equals(await this.picture())) {
      this.fault(`click ${now.clicks} changes the picture without a word`)
    }
    this.isLive({ said, live })
    await page.evaluate(() => void globalThis.window.liveTexts.splice(0))
  }

  private async picture() {
    const { page } = this.listener
    const { x, y, width, height } = (await page.locator('#slide-content').boundingBox())!
    return page.screenshot({ clip: { x, y, width, height } })
  }

  /** Every piece of the slide is in what was said. */
  hasBody(said: readonly string[], { title, pieces }: PageWords): void {
    const missing = [...new Set([title, ...pieces])].filter(piece => plain(piece) && timesIn(said, piece) === 0)
    if (missing.length > 0)
      this.fault(`not read are: ${missing.join(' | ')}`)
  }

  /** What a key of reading says is of the slide. */
  async reads(key: string): Promise<void> {
    const { said } = await this.press(key)
    const { title, pieces } = await this.words()
    const all = plain([title, ...pieces].join(' '))
    const read = said.filter(text => !OF_PLACE.test(text)).map(plain)
    const isOfSlide = read.some(text => [title, ...pieces].some(piece => text.includes(plain(piece))) || (text && all.includes(text)))
    if (!isOfSlide)
      this.fault('what is read is not of the slide')
  }

  /** What is read from where one is, until the end: the slide, from its heading. Only the slide is kept. */
  async readsOn(): Promise<void> {
    const { said } = await this.press('KP_Add', { quiet: 800, awaits: ALL })
    const words = await this.words()
    this.hasBody(said, words)
    this.hasControls(said, words)
    const all = words.pieces.map(plain)
    const last = said.findLastIndex(text => all.some(piece => plain(text).includes(piece)))
    const { heard } = this.chapters.at(-1)!
    heard[heard.length - 1] = { ...heard.at(-1)!, said: said.slice(0, last + 1) }
  }

  /** Each control that is read has its name. */
  private hasControls(said: readonly string[], { controls }: PageWords): void {
    const missing = controls.filter(control => timesIn(said, control) === 0)
    if (missing.length > 0)
      this.fault(`of the controls are not read: ${missing.join(' | ')}`)
  }

  /** Something opens that has a name, and holds the focus. */
  async opens(key: string): Promise<void> {
    const { said } = await this.press(key, { awaits: ({ dialogs }) => dialogs.slice(-1) })
    const { dialogs, isFocusInDialog } = await this.words()
    const name = dialogs.at(-1)
    if (name === undefined)
      return this.fault('no dialog is open')
    if (timesIn(said, name) === 0)
      this.fault(`the name of the dialog is not said: "${name}"`)
    if (!isFocusInDialog)
      this.fault('the focus is outside')
  }

  /** It closes, and what was said before is not said again. */
  async closes(key: string): Promise<void> {
    const { live } = await this.words()
    const heard = await this.press(key)
    const again = live.filter(text => !heard.live.includes(text) && timesIn(heard.said, text) > 0)
    if (again.length > 0)
      this.fault(`said again: ${again.join(' | ')}`)
    if ((await this.words()).dialogs.length > 0)
      this.fault('a dialog is still open')
  }

  /** A key that changes something says so in a word, once. */
  async tells(key: string): Promise<void> {
    const heard = await this.press(key)
    if (heard.said.length === 0)
      this.fault('nothing is said')
    this.isLive(heard)
  }

  /** Opens an address, of which a screen reader reads all. */
  async open(press: string, address: string, no: number): Promise<void> {
    const { window } = this.listener
    const { said } = await this.act(press, async () => {
      await window.goto(address)
      await standsStill(window, no)
    }, { quiet: 1500, awaits: ALL })
    const words = await this.words()
    this.hasBody(said, words)
  }

  /** Who has the letters: in its focus mode, which stays when asked for twice in a row, Orca leaves them to the page. */
  async setMode(mode: 'browse' | 'focus'): Promise<void> {
    const { press, hear } = this.listener
    await press('Orca+a', 'Orca+a')
    const said = await hear(600)
    if (mode === 'browse') {
      await press('Orca+a')
      said.push(...await hear(600))
    }
    if (!said.at(-1)?.startsWith(mode === 'focus' ? 'Focus mode is sticky' : 'Browse mode'))
      this.fault(`Orca is not in its ${mode} mode; heard: ${said.join(' | ')}`)
  }

  /** Goes to a slide without a key; from a page without slides by its address. */
  async goTo(id: string, clicks = 0): Promise<void> {
    const { window, hear } = this.listener
    const { site, url } = this.edition
    const no = this.noOf(id)
    if (await window.evaluate(() => document.querySelector('#slideshow') === null)) {
      await arrive(window, site)
      await openAt(window, url, no, clicks)
    }
    await window.evaluate(([no, clicks]) => globalThis.window.deckNav().go(no!, clicks), [no, clicks])
    await standsStill(window, no)
    await hear(800)
  }
}

/** The talk from its cover to its end, with every step; each slide is read from its heading. */
async function hearSlides(walk: Walk): Promise<void> {
  const { listener: { window }, edition: { site, url, slides } } = walk
  for (const { no, id, title } of slides) {
    walk.begin(id, title, no)
    if (no === slides[0]!.no) {
      await arrive(window, site)
      await walk.open('open', url, no)
    }
    else {
      await walk.step('Next')
      await walk.readsOn()
    }
    const { clicksTotal } = await shownIn(window)
    for (let click = 1; click <= clicksTotal; click++)
      await walk.step('Next')
  }
}

/** Backwards; what is read next is the slide that has just come. */
async function hearBack(walk: Walk): Promise<void> {
  walk.begin('back', 'Backwards')
  await walk.goTo(walk.options.exhibit, 1)
  for (const key of ['Prior', 'Prior', 'Home', 'Down', 'Next', 'Down']) {
    if (key === 'Next' || key === 'Prior')
      await walk.step(key)
    else
      await walk.reads(key)
  }
}

/** Keys of the stage, which Orca leaves to the page in its focus mode. */
async function hearKeys(walk: Walk): Promise<void> {
  const { options: { exhibit, toggle } } = walk
  walk.begin('keys', 'Keys')
  await walk.goTo(exhibit)
  await walk.setMode('focus')
  await walk.tells('b')
  const { covered } = await walk.words()
  if (covered.length > 0)
    walk.fault(`under black the focus can reach: ${covered.join(' | ')}`)
  for (const key of ['b', 'd', 'd', 'e', 'e'])
    await walk.tells(key)
  await walk.goTo(toggle.slide)
  await walk.tells(toggle.key)
  await walk.tells(toggle.key)
}

/** What opens over the slides: the overview, the way to a slide, the list of keys. */
async function hearDialogs(walk: Walk): Promise<void> {
  const { listener, edition: { slides }, options: { exhibit } } = walk
  const no = walk.noOf(exhibit)
  const { title } = slides.find(slide => slide.no === no)!
  const next = slides.find(slide => slide.no === no + 1)!
  const goes = async (press: string, action: () => Promise<void>) => {
    const { said } = await walk.act(press, async () => {
      await action()
      const isThere = (no: number) => globalThis.window.deckNav().currentSlideNo === no
      await until(listener.window, 'it goes', isThere, no).catch((error: Error) => walk.fault(error.message))
      await standsStill(listener.window, no)
    })
    if (timesIn(said, title) !== 1)
      walk.fault(`the title "${title}" is said ${timesIn(said, title)} times`)
  }

  walk.begin('overview', 'Overview')
  await walk.goTo(exhibit)
  await walk.setMode('focus')
  await walk.opens('o')
  const { said } = await walk.press('Right')
  if (timesIn(said, next.title) !== 1)
    walk.fault(`the slide is not named: "${next.title}"`)
  await walk.press('Tab')
  if (!(await walk.words()).isFocusInDialog)
    walk.fault('the focus leaves')
  await walk.closes('Escape')

  walk.begin('go-to', 'Way to a slide')
  await walk.goTo(slides[0]!.id)
  await walk.setMode('focus')
  await walk.opens('g')
  const typed = await walk.act(String(no), () => listener.type(String(no)))
  if (timesIn(typed.said, title) === 0)
    walk.fault(`the slide is not named: "${title}"`)
  await goes('Enter', () => listener.press('Return'))
  await walk.setMode('focus')
  await walk.opens('g')
  const none = await walk.act('qqq', () => listener.type('qqq'))
  walk.isLive({ ...none, said: none.said.filter(text => none.live.some(live => plain(text).includes(plain(live)))) })
  if (none.live.length === 0 || none.said.length === 0)
    walk.fault('that there is none is not said')
  await walk.closes('Escape')

  walk.begin('list', 'List of keys')
  await walk.setMode('focus')
  await walk.opens('question')
  await walk.closes('Escape')
}

/** The language key, and back; the screen reader lets one key through, and reads the page that comes. */
async function hearLanguages(walk: Walk): Promise<void> {
  const { listener, edition, options: { exhibit, other } } = walk
  walk.begin('language', 'Language')
  await walk.goTo(exhibit)
  await walk.setMode('browse')
  for (const { language } of [other, edition]) {
    const { said } = await walk.act(nameOf('t'), async () => {
      await listener.press('Orca+BackSpace', 't')
      await until(listener.window, `it is in ${language}`, language => document.documentElement.lang === language, language)
      await standsStill(listener.window, walk.noOf(exhibit))
    }, { quiet: 1500, awaits: ALL })
    walk.hasBody(said, await walk.words())
  }
}

/** The presenter's window says the same, and the audience's beside it is silent. */
async function hearPresenter(walk: Walk): Promise<void> {
  const { listener: { window, openBeside }, edition: { url }, options: { exhibit } } = walk
  const no = walk.noOf(exhibit)
  walk.begin('presenter', 'The presenter’s window')
  await walk.act('open', async () => {
    await window.goto(`${url}presenter/${no}`)
    await standsStill(window, no)
  }, { quiet: 1500, awaits: TITLE })
  await walk.step('Next')
  const close = await openBeside(`${url}${no}`)
  for (const key of ['Next', 'Prior', 'Prior', 'Next'])
    await walk.step(key)
  await close()
}

/** The reading page, as far as its first slide. */
async function hearReading(walk: Walk): Promise<void> {
  const { listener, edition: { url } } = walk
  walk.begin('read', 'The reading page')
  const { said } = await walk.act('open', async () => {
    await listener.window.goto(`${url}read/`)
    await until(listener.window, 'the reading page is there', () => document.querySelector('.read h3') !== null)
    const first = await listener.page.locator('.read h3').first().textContent()
    await listener.waitFor(said => timesIn(said, first!) > 0, 8000)
    // Enough: whoever has heard enough presses this, too.
    await listener.press('Control_L')
  })
  const headings = await listener.page.locator('.read h1, .read h3').allTextContents()
  for (const heading of headings.slice(0, 2)) {
    if (timesIn(said, heading) === 0)
      walk.fault(`not read is: ${heading}`)
  }
  const { heard } = walk.chapters.at(-1)!
  // The page begins with the title of its first slide.
  const last = heard[0]!.said.findLastIndex(text => plain(text) === plain(headings[1]!))
  heard[0] = { ...heard[0]!, said: heard[0]!.said.slice(0, last < 0 ? undefined : last + 1) }
}

const PARTS = {
  slides: hearSlides,
  back: hearBack,
  keys: hearKeys,
  dialogs: hearDialogs,
  languages: hearLanguages,
  presenter: hearPresenter,
  reading: (walk: Walk) => walk.options.hasReadingPage ? hearReading(walk) : Promise.resolve(),
}
export type HeardPart = keyof typeof PARTS
const HEARD_PARTS = Object.keys(PARTS) as HeardPart[]

/**
 * Walks through an edition by ear.
 * @param listener whose browser is at a page of the host
 * @param edition of which site
 * @param options what the deck has
 * @param parts which of the walk, all without
 * @returns what was heard, and what was wrong with it
 */
export async function walkByEar(
  listener: Listener,
  edition: HeardEdition,
  options: HeardOptions,
  parts: readonly HeardPart[] = HEARD_PARTS,
): Promise<{ chapters: readonly Chapter[], faults: Faults }> {
  const walk = new Walk(listener, edition, options)
  for (const part of parts) {
    // What comes to no rest is one fault, after which the next part begins anew.
    await PARTS[part](walk).catch((error: Error) => walk.fault(error.message))
    await listener.press('Escape')
  }
  return { chapters: walk.chapters, faults: walk.faults }
}
