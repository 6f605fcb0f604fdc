import type { Browser, Page } from 'playwright-core'
import type { Running } from './dev-deck'
import { renameSync, utimesSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { SLIDEV } from '../../addon/node/slidev/build-edition'
import { inParts } from '../parts'
import { copyDeck, edit, freePort, inCopy, run, undoAll } from './dev-deck'

/** A moment on a busy machine. */
const SOON = { timeout: 30_000 }

const answers = (url: string) => fetch(url).then(({ ok }) => ok, () => false)
/** A part of what Vite says over the slide; empty where it says nothing. */
function overlayPart(page: Page, part: string) {
  return page.evaluate((part) => {
    const shown = document.querySelector('vite-error-overlay')?.shadowRoot?.querySelector(part)
    return shown?.textContent ?? ''
  }, part)
}
const overlay = (page: Page) => overlayPart(page, '.message-body')
const stack = (page: Page) => overlayPart(page, '.stack')
const title = (page: Page) => page.locator('[data-slide-id="headcount-chart"] h1').textContent(SOON)
const hasChart = (page: Page) => page.locator('[data-exhibit="HeadcountChart"] canvas').first().isVisible()

beforeAll(copyDeck)
// A test that fails leaves a whole deck to the next.
afterEach(undoAll)

/** `npm run test:all` also edits the sources of a server that runs; `npm test` only launches. */
const all = import.meta.env.MODE === 'all'

describe.runIf(all)('a server that runs', () => {
  let server: Running
  let browser: Browser
  let page: Page
  let url: string

  const said = () => server.output()
  /** Opens the slide under test in a window of its own. */
  async function open(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(url, { timeout: 60_000 })
    await page.locator('[data-slide-id="headcount-chart"] h1').waitFor({ timeout: 120_000 })
    return page
  }

  beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${port}/9`
    server = run('addon/commands/start.ts', '--port', String(port))
    await vi.waitUntil(() => answers(url), { timeout: 120_000, interval: 200 })
    browser = await launchBrowser()
    page = await open()
  })

  afterAll(async () => {
    await browser?.close()
    server?.child.kill()
    await server?.ended
  })

  const slips: [what: string, file: string, from: string | RegExp, to: string, sentence: RegExp][] = [
    [
      'a misspelt component',
      'slides.md',
      '<HeadcountChart />',
      '<HeadcountChrt />',
      /^slides\.md:\d+: "headcount-chart": HeadcountChrt: .*; did you mean "HeadcountChart"\?$/,
    ],
    [
      'an unknown figure',
      'slides.md',
      '[[headcount-growth]]; the',
      '[[headcount-grwth]]; the',
      /^slides\.md:\d+: "headcount-chart": text: .* found \[\[headcount-grwth\]\]; did you mean "headcount-growth"\?$/,
    ],
    ['broken YAML', 'slides.md', 'id: headcount-chart', 'id: [headcount-chart', /^slides\.md:\d+: .*: front matter: expected YAML/],
    [
      'a bad record',
      'data/headcount.ts',
      /value: [^,]+,/,
      'value: -1,',
      /^data\/headcount\.ts(?::\d+)?: "[^"]+": value: expected /,
    ],
    [
      'a syntax error in the data',
      'data/headcount.ts',
      /value: [^,]+,/,
      '$&,',
      /^data\/headcount\.ts:\d+: expected TypeScript that can be read: /,
    ],
    [
      'an import of what is not there',
      'data/derived.ts',
      'import { ',
      'import { nothing, ',
      /^data\/derived\.ts:\d+: expected a name that "[^"]+" exports, found "nothing"/,
    ],
    [
      'a syntax error in the words',
      'locales/en.ts',
      'language: \'en\'',
      'language: \'en',
      /^locales\/en\.ts:\d+: expected TypeScript that can be read: /,
    ],
    [
      'a syntax error in a component',
      'components/HeadcountChart.vue',
      '</ChartFigure>',
      '',
      /^components\/HeadcountChart\.vue:\d+: expected a Vue component: /,
    ],
  ]
  it.each(slips.filter(([what]) => all || ['a misspelt component', 'a syntax error in the data'].includes(what)))(
    '%s: says so in the terminal and over the slide, keeps the last good one, and recovers',
    async (_, file, from, to, sentence) => {
      const before = await title(page)
      const length = said().length
      const undo = edit(file, from, to)
      await expect.poll(() => overlay(page), SOON).toMatch(sentence)
      const text = await overlay(page)
      expect(await stack(page)).toBe('')
      expect(said().slice(length)).toContain(text)
      expect(said().slice(length)).not.toMatch(/^ +at /m)
      expect([await title(page), await hasChart(page)]).toEqual([before, true])

      undo()
      await expect.poll(() => overlay(page), SOON).toBe('')
      expect(server.child.exitCode).toBe(null)
    },
  )

  it.runIf(all).each([
    ['the slides', 'slides.md', '<HeadcountChart />', '<HeadcountChrt />'],
    ['the data', 'data/headcount.ts', /value: [^,]+,/, '$&,'],
    ['a component', 'components/HeadcountChart.vue', '</ChartFigure>', ''],
  ])('whoever comes while %s can’t be read sees the last good slide, and why; what comes next is followed', async (_, file, from, to) => {
    const before = await title(page)
    const undo = edit(file, from, to)
    await expect.poll(() => overlay(page), SOON).not.toBe('')
    const other = await open()
    await expect.poll(() => overlay(other), SOON).toBe(await overlay(page))
    expect(await title(other)).toBe(before)
    await expect.poll(() => hasChart(other), SOON).toBe(true)
    undo()
    await expect.poll(() => overlay(page), SOON).toBe('')
    await expect.poll(() => overlay(other), SOON).toBe('')
    await other.close()
    const back = edit('slides.md', 'the years between are not reported', 'nobody reports the years between')
    await expect.poll(() => title(page), SOON).not.toBe(before)
    back()
    await expect.poll(() => title(page), SOON).toBe(before)
  })

  it.runIf(all)('a component that got another name', async () => {
    const [one, other] = ['components/HeadcountChart.vue', 'components/HeadcountGraph.vue'].map(inCopy) as [string, string]
    renameSync(one, other)
    await expect.poll(() => overlay(page), SOON).toMatch(/HeadcountChart: expected a component.*did you mean "HeadcountGraph"\?/)
    await page.reload()
    await expect.poll(() => hasChart(page), SOON).toBe(true)
    renameSync(other, one)
    await expect.poll(() => overlay(page), SOON).toBe('')
    await page.reload()
    await expect.poll(() => hasChart(page), SOON).toBe(true)
  })

  it.each([
    [
      'what is unfinished',
      'slides.md',
      /(id: headcount-chart[\s\S]*?)If asked: /,
      '$1Asked: ',
      /slides\.md:\d+: "headcount-chart": notes: expected a last paragraph/,
    ],
    [
      'another edition',
      'slides.zh.md',
      '<HeadcountChart />',
      '<HeadcountChrt />',
      /slides\.zh\.md:\d+: "headcount-chart": HeadcountChrt: expected a component/,
    ],
  ])('%s is a warning in the terminal, and the slides go on', async (_, file, from, to, sentence) => {
    const length = said().length
    const undo = edit(file, from, to)
    await expect.poll(() => said().slice(length), SOON).toMatch(sentence)
    expect(await overlay(page)).toBe('')
    undo()
  })

  it.runIf(all)('new words in the locales and in the data reach the slide', async () => {
    const act = page.locator('[data-slide-id="headcount-chart"] .page-act')
    const before = await act.textContent()
    const undo = edit('locales/en.ts', /evidence: '[^']+'/, 'evidence: \'What we know\'')
    await expect.poll(() => act.textContent(SOON), SOON).toBe('What we know')
    undo()
    await expect.poll(() => act.textContent(SOON), SOON).toBe(before)
  })

  it.runIf(all)('that starts anew while the deck is broken waits for it, and does not end', async () => {
    const length = said().length
    const undo = edit('slides.md', 'act: evidence', 'act: evidnce')
    await expect.poll(() => overlay(page), SOON).toContain('did you mean "evidence"?')
    const now = new Date()
    utimesSync(inCopy('setup/preparser.ts'), now, now)
    await expect.poll(() => said().slice(length), SOON).toContain('The server waits until this is mended.')
    undo()
    await expect.poll(() => answers(url), SOON).toBe(true)
    expect(server.child.exitCode).toBe(null)
  })
})

describe('a launch', () => {
  const launches: [string, string, string[]][] = [
    ['npm start', 'addon/commands/start.ts', []],
    ['slidev build', SLIDEV, ['build', 'slides.md', '--out', '.cache/never']],
    ['slidev', SLIDEV, ['slides.md']],
  ]
  const parts = inParts(launches, ([name]) => name === 'npm start')
  const refuses = '%s refuses what can’t be shown, with the sentence as its last word'
  describe.each(parts)('$when', ({ some, options }) => it.each(some)(refuses, options, async (_, script, args) => {
    const undo = edit('slides.md', '<HeadcountChart />', '<HeadcountChrt />')
    const { ended, output } = run(script, ...args)
    expect(await ended).toBe(1)
    undo()
    const last = output().trim().split('\n').at(-1)
    expect(last).toMatch(/^ *slides\.md:\d+: "headcount-chart": HeadcountChrt: expected a component of the deck/)
    expect(last).toMatch(/; did you mean "HeadcountChart"\?$/)
    expect(output()).not.toMatch(/^ +at /m)
  }))

  it.runIf(all).each([
    ['npm start', 'addon/commands/start.ts', []],
    ['slidev build', SLIDEV, ['build', 'slides.md', '--out', '.cache/never']],
  ])('%s refuses data that can’t be read, too', async (_, script, args) => {
    const undo = edit('data/dates.ts', 'export function', 'export fnction')
    const { ended, output } = run(script, ...args)
    expect(await ended).toBe(1)
    undo()
    expect(output().trim().split('\n').at(-1)).toMatch(/^ *data\/dates\.ts:\d+: expected TypeScript that can be read/)
    expect(output()).not.toMatch(/^ +at /m)
  })

  it.runIf(all)('begins with what is unfinished, and with another edition that can’t be shown', async () => {
    const undo = [edit('slides.md', 'minutes: 1.2', 'minutes: 1.7'), edit('slides.zh.md', '<HeadcountChart />', '<HeadcountChrt />')]
    const port = await freePort()
    const { child, output, ended } = run('addon/commands/start.ts', '--port', String(port))
    await expect.poll(output, { timeout: 60_000 }).toMatch(/slides\.md:\d+: "headcount-chart": minutes: expected about/)
    expect(output()).toMatch(/slides\.zh\.md:\d+: "headcount-chart": HeadcountChrt/)
    await expect.poll(() => answers(`http://localhost:${port}/`), { timeout: 60_000 }).toBe(true)
    child.kill()
    await ended
    undo.forEach(undo => undo())
  })
})
