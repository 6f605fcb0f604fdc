import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill } from '../../addon/deck'
import { words as talkWords } from '../../addon/locales'
import { ROOT } from '../../addon/node/deck'
import { exportDeck } from '../../addon/node/print/export-deck'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { built, edition, noOf, slides } from '../browser/deck'
import { bookmarks } from '../browser/pdf-structure'
import { LANDING } from '../parts'

const FILES = ['five-slides.pdf', 'five-slides-handout.pdf']
const OLD = 'the previous one'

type PdfPromise = ReturnType<typeof openPdf>

const CHART = noOf('chart')

let dir: string
let out: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'export-'))
  out = path.join(dir, 'out')
})
afterAll(() => rm(dir, { recursive: true }))

/** A folder with an earlier export. */
async function earlierExport(): Promise<Record<'pdf' | 'handout', string>> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out)
  await Promise.all([...FILES, 'other'].map(file => writeFile(path.join(out, file), OLD)))
  return { pdf: path.join(out, FILES[0]!), handout: path.join(out, FILES[1]!) }
}

async function expectUntouched(): Promise<void> {
  expect((await readdir(out)).sort()).toEqual([...FILES, 'other'].sort())
  for (const file of FILES)
    expect(await readFile(path.join(out, file), 'utf8')).toBe(OLD)
}

/** A build that consists of one page: so many slides as the deck has, each with this content. */
async function fakeDeck(name: string, content: (id: string) => string): Promise<string> {
  const dist = path.join(dir, name)
  await mkdir(path.join(dist, 'assets'), { recursive: true })
  await writeFile(path.join(dist, 'assets/none.js'), '')
  const page = `<script type="module" src="/assets/none.js"></script>${slides.map(({ id }) => `<div class="print-slide-container"><div class="slidev-layout">${content(id)}</div></div>`).join('')}`
  await Promise.all(['index.html', '404.html'].map(file => writeFile(path.join(dist, file), page)))
  return dist
}

/** The built deck with one change in its scripts. */
async function brokenDeck(name: string, change: (script: string) => string): Promise<string> {
  const dist = path.join(dir, name)
  await cp(built.dist, dist, { recursive: true })
  let changed = 0
  for (const file of (await readdir(path.join(dist, 'assets'), { recursive: true })).filter(file => file.endsWith('.js'))) {
    const script = await readFile(path.join(dist, 'assets', file), 'utf8')
    const next = change(script)
    changed += Number(next !== script)
    await writeFile(path.join(dist, 'assets', file), next)
  }
  expect(changed, 'changed scripts').toBe(1)
  return dist
}

interface Run { code: number | null, output: string }

/** Runs `npm run export` on the built deck. */
function runExport(env: Record<string, string>, killAt?: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '../addon/commands/export.ts', '--lang', edition.id, '--dist', built.dist, '--out', out],
      { cwd: ROOT, env: { ...process.env, ...env } },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk)
        if (killAt && output.includes(killAt))
          child.kill('SIGTERM')
      })
    }
    child.on('close', code => resolve({ code, output }))
  })
}

describe('an export refuses', () => {
  it.each([
    {
      why: 'a chart that failed',
      content: (id: string) => `<h1>Claim</h1>${id === 'chart' ? '<div data-chart data-failed="true"></div>' : ''}`,
      says: /slide \d+ \(chart\): a chart failed to draw/,
    },
    {
      why: 'a slide without a headline',
      content: (id: string) => (id === 'end' ? 'text' : '<h1>Claim</h1>'),
      says: /slide \d+ \(end\): it has no headline/,
    },
    { why: 'a missing file', content: () => '<h1>Claim</h1><script src="/assets/gone.js"></script>', says: /gone\.js/ },
  ])('$why, names it, and leaves the earlier files', async ({ why, content, says }) => {
    const files = await earlierExport()
    await expect(exportDeck({ dist: await fakeDeck(why, content), files })).rejects.toThrow(says)
    await expectUntouched()
  })

  it('a component that throws, and names its slide', async () => {
    const files = await earlierExport()
    const dist = await brokenDeck('throws', script =>
      script.replace(/__name:.CupsChart.,[\s\S]*?setup\([^)]*\)\{/, '$&throw new Error("broken on purpose");'))
    await expect(exportDeck({ dist, files })).rejects.toThrow(/slide \d+ \(chart\).*broken on purpose/s)
    await expectUntouched()
  })

  it('a click that changes nothing, when each click has a page', LANDING, async () => {
    const dist = await brokenDeck('one-click-too-many', script => script.replace(/(id:.chart.,act:.talk.,minutes:1,clicks:)2/, '$13'))
    const files = { pdf: path.join(out, 'steps.pdf') }
    await expect(exportDeck({ dist, files, slides: [CHART], clicks: true })).rejects.toThrow(
      /slide \d+ \(chart\), click 3 looks like the click before/,
    )
  })

  it('to work without a build, and says what to do', async () => {
    await expect(exportDeck({ dist: path.join(dir, 'no-such-build'), files: {} })).rejects.toThrow('Run "npm run build" first')
  })

  it('to work without a browser, and leaves the earlier files', LANDING, async () => {
    await earlierExport()
    const { code, output } = await runExport({ CHROME_PATH: '/no/such/browser' })
    expect(code).toBe(1)
    expect(output).toContain('CHROME_PATH is set to "/no/such/browser"')
    await expectUntouched()
  })
})

describe('an export', () => {
  it('of a part, with a page for each click, shows each step, and the last as the whole does', async () => {
    const chosen = [CHART, noOf('steps')]
    const files = { pdf: path.join(dir, 'part.pdf'), handout: path.join(dir, 'part-handout.pdf'), pptx: path.join(dir, 'part.pptx') }
    await exportDeck({ dist: built.dist, files, slides: chosen, clicks: true })
    const [part, handout, whole] = await Promise.all(
      [files.pdf, files.handout, built.pdf].map(async file => openPdf(await readFile(file))) as [PdfPromise, PdfPromise, PdfPromise],
    )
    const texts = await Promise.all(
      Array.from({ length: part.numPages }, async (_, index) => withoutSpaces(await pageText(await part.getPage(index + 1)))),
    )
    const wholeTexts = await Promise.all(chosen.map(async no => withoutSpaces(await pageText(await whole.getPage(no)))))

    expect(await part.getPageLabels()).toEqual([`${chosen[0]}`, `${chosen[0]}.1`, `${chosen[0]}.2`, `${chosen[1]}`])
    const lengths = texts.map(({ length }) => length)
    expect(lengths[0], 'a click adds text').toBeLessThan(lengths[1]!)
    expect(lengths[1], 'a click adds text').toBeLessThan(lengths[2]!)
    expect([texts[2], texts[3]]).toEqual(wholeTexts)
    expect((await bookmarks(part)).flatMap(({ below }) => below.map(({ page }) => page))).toEqual([1, 4])
    expect(handout.numPages).toBe(chosen.length)
    // A sheet has the number of its slide, and says how many sheets there are.
    expect(await handout.getPageLabels()).toEqual(chosen.map(String))
    const sheet = await handout.getPage(1)
    expect(withoutSpaces(await pageText(sheet))).toContain(withoutSpaces(fill(talkWords.labels.pageOf, { n: 1, total: 2 })))
    // What is said aloud is larger than the answer to a question.
    const { items } = await sheet.getTextContent()
    const height = (text: string) => items.map(item => 'str' in item && item.str.includes(text) ? item.height : 0).find(Boolean)!
    const said = slides.find(({ no }) => no === CHART)!.note.trim().slice(0, 9)
    expect(height(said)).toBeGreaterThan(height(talkWords.speech.ifAsked.trim().replace(':', '')))
    const parts = Object.keys(unzipSync(await readFile(files.pptx)))
    expect(parts.filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(texts.length)
    await Promise.all([part, handout, whole].map(pdf => pdf.destroy()))
  })

  it('that is killed half way leaves the earlier files and no others', LANDING, async () => {
    await earlierExport()
    const { code, output } = await runExport({}, 'pdf: page 2 of')
    expect(code).toBe(143)
    expect(output).toMatch(/pdf: page \d+ of \d+/)
    await expectUntouched()
  })

  it('of the same commit gives the same bytes', async () => {
    const files = await earlierExport()
    await exportDeck({ dist: built.dist, files })
    for (const kind of ['pdf', 'handout'] as const)
      expect((await readFile(files[kind])).equals(await readFile(built[kind])), kind).toBe(true)
    expect((await readdir(out)).sort()).toEqual([...FILES, 'other'].sort())
  })
})
