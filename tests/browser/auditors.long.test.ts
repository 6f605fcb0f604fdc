import type { Page } from 'playwright-core'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { glob } from 'tinyglobby'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../addon/node/browser/browser'
import { missingPrograms } from '../engines/missing'
import { builtEditions, noOf, siteDist, siteUrl, url } from './deck'
import { htmlErrors } from './html-checker'
import { endVisit, useBrowser, visitor } from './visits'

/** What judges a page from outside besides axe. A program that is not installed is named, and what needs it is left out. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const TEXT_BROWSERS = { w3m: ['-dump'], lynx: ['-dump', '-nolist'], links: ['-dump'] }

/** Each kind of page, as a visitor gets it. */
const AUDITED = ['', `${noOf('headcount-chart')}/`, 'zh/', 'read/']

/**
 * What the W3C's checker finds in views that Slidev draws, after its scripts have run: docs/slidev.md says where. What is found no more has
 * to go from here.
 */
const SLIDEV: Readonly<Record<string, RegExp>> = {
  'internals/IconButton.vue': /“div” not allowed as child of element “button”/,
  // UnoCSS's attributes for classes, on most elements of the views beside the slides.
  'pages/overview.vue': /overview\.html: Attribute “[a-z][\w.:-]*” not allowed on element “(?:div|span|button)”/,
  'internals/ClicksSlider.vue': /presenter\.html: Attribute “[a-z][\w.:-]*” not allowed on element “(?:div|span|button)”/,
  'pages/notes.vue': /notes\.html: Attribute “[a-z][\w.:-]*” not allowed on element “(?:div|span|button)”/,
}

const browser = useBrowser()
function without(programs: Record<string, string>) {
  const missing = missingPrograms(programs, process.env)
  if (missing)
    console.warn(`auditors: ${missing}`)
  return missing !== undefined
}

describe.skipIf(without({ java: 'default-jre-headless' }))('the W3C\'s checker finds no error', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pages-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('in any page of the site', async () => {
    const files = await glob('**/*.html', { cwd: siteDist })
    expect(files.length).toBeGreaterThan(100)
    expect(await htmlErrors(siteDist, files)).toEqual([])
  })

  it('in what the scripts make of them, beyond what is Slidev\'s', async () => {
    const views: { name: string, address: string, then?: (page: Page) => Promise<void> }[] = [
      ...Object.values(builtEditions).flatMap(({ slides, base }) =>
        slides.map(({ no, id }) => ({ name: `${base.split('/').join('-')}${id}`, address: `${base}${no}` }))),
      { name: 'keys', address: url, then: page => page.keyboard.press('Shift+?') },
      { name: 'goto', address: url, then: page => page.keyboard.press('g').then(() => page.keyboard.type('e')) },
      { name: 'over-slides', address: url, then: page => page.keyboard.press('o') },
      ...['presenter', 'overview', 'notes', 'print', 'handout', 'read'].map(name => ({ name, address: url + name })),
    ]
    const page = await visitor(browser())
    for (const { name, address, then } of views) {
      await page.goto(new URL(address, siteUrl).href)
      await page.waitForFunction(() => !document.querySelector('#prerendered') && document.querySelector('#app')?.childElementCount !== 0)
      await page.keyboard.press('Shift')
      await then?.(page)
      await page.waitForLoadState('networkidle')
      await writeFile(path.join(folder, `${name}.html`), `<!doctype html>\n${await page.content().then(html => html.replace(/^<!doctype html>/i, ''))}`)
    }
    await endVisit(page)
    const errors = await htmlErrors(folder, await glob('*.html', { cwd: folder }))
    expect(errors.filter(error => !Object.values(SLIDEV).some(known => known.test(error)))).toEqual([])
    expect(Object.entries(SLIDEV).filter(([, known]) => !errors.some(error => known.test(error))), 'found no more').toEqual([])
  }, 600_000)
})

describe('hTML_CodeSniffer finds no error of WCAG 2 AA', () => {
  it.each([...AUDITED, 'presenter/', 'overview/', '404.html'])('at "%s"', async (address) => {
    const page = await visitor(browser())
    await page.goto(siteUrl + address)
    await page.waitForFunction(() => !document.querySelector('#prerendered'))
    await page.keyboard.press('Shift')
    await page.waitForLoadState('networkidle')
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js'), 'utf8'))
    const errors = await page.evaluate(() => new Promise<string[]>((resolve, reject) => {
      interface Sniffer {
        process: (standard: string, content: Document, done: () => void, failed: (error: unknown) => void) => void
        getMessages: () => { type: number, code: string, msg: string, element: Element }[]
      }
      const { HTMLCS } = window as unknown as { HTMLCS: Sniffer }
      HTMLCS.process('WCAG2AA', document, () => {
        const found = HTMLCS.getMessages().filter(({ type }) => type === 1)
        resolve(found.map(({ code, msg, element }) => `${code}: ${msg} ${element.outerHTML.slice(0, 120)}`))
      }, reject)
    }))
    expect(errors).toEqual([])
    await endVisit(page)
  })
})

describe('in a text browser each slide stands once, with all that its clicks bring', () => {
  for (const [program, options] of Object.entries(TEXT_BROWSERS)) {
    it.skipIf(without({ [program]: program })).each(Object.entries(builtEditions))(`${program}, %s`, (_, { slides, dist }) => {
      const faults = slides.flatMap(({ no, id, title }) => {
        const { stdout } = spawnSync(program, [...options, path.join(dist, String(no), 'index.html')], {
          encoding: 'utf8',
          env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
        })
        const plain = (text: string) => text.replace(/[\s\u200B\u2060]/g, '')
        const count = plain(stdout).split(plain(title!)).length - 1
        return count === 1 ? [] : [`${id}: its title is there ${count} times`]
      })
      expect(faults).toEqual([])
    })
  }
})

function lighthouse(...args: string[]) {
  return spawnSync(
    'npm',
    ['exec', '--yes', '--ignore-scripts', '--loglevel=error', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', ...args],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: findBrowser() }, timeout: 300_000 },
  )
}
const isLighthouseThere = lighthouse('--version').status === 0
if (!isLighthouseThere)
  console.warn(`auditors: ${LIGHTHOUSE} could not be fetched; it is left out.`)

describe.skipIf(!isLighthouseThere)('lighthouse gives all points', () => {
  interface Result {
    categories: Record<string, { score: number, auditRefs: { id: string }[] }>
    audits: Record<string, { score: number | null, title: string, numericValue?: number }>
  }

  it.each(AUDITED.flatMap(address => (['mobile', 'desktop'] as const).map(form => ({ address, form }))))(
    'at "$address", $form',
    async ({ address, form }) => {
      const folder = path.join(tmpdir(), `lighthouse-${process.pid}`)
      await mkdir(folder, { recursive: true })
      const file = path.join(folder, 'result.json')
      const { status, stderr } = lighthouse(
        siteUrl + address,
        ...form === 'desktop' ? ['--preset=desktop'] : [],
        '--only-categories=accessibility,best-practices,seo,performance',
        '--output=json',
        `--output-path=${file}`,
        '--quiet',
        '--chrome-flags=--headless=new --no-sandbox',
      )
      expect(status, stderr).toBe(0)
      const { categories, audits } = JSON.parse(await readFile(file, 'utf8')) as Result
      await rm(folder, { recursive: true })
      const lost = ['accessibility', 'best-practices', 'seo'].flatMap(category => categories[category]!.auditRefs
        .map(({ id }) => audits[id]!)
        .flatMap(({ score, title }) => score !== null && score < 1 ? [`${category}: ${title}`] : []))
      expect(lost).toEqual([])
      expect(['accessibility', 'best-practices', 'seo'].map(category => categories[category]!.score)).toEqual([1, 1, 1])
      expect(audits['cumulative-layout-shift']!.numericValue).toBeLessThanOrEqual(0.01)
    },
  )
})
