import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/build'
import { exportDeck } from '../../scripts/export-deck'
import { built, edition, slides } from './deck'

const FILES = ['industry-academia-research.pdf', 'industry-academia-research-handout.pdf']
const OLD = 'the previous one'

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
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/export.ts', '--lang', edition.id, '--dist', built.dist, '--out', out], { cwd: ROOT, env: { ...process.env, ...env } })
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
    { why: 'a chart that failed', content: (id: string) => `<h1>Claim</h1>${id === 'papers' ? '<div data-chart data-failed="true"></div>' : ''}`, says: /slide 11 \(papers\): a chart failed to draw/ },
    { why: 'a slide without a headline', content: (id: string) => id === 'limits' ? 'text' : '<h1>Claim</h1>', says: /slide 21 \(limits\): it has no headline/ },
    { why: 'a missing file', content: () => '<h1>Claim</h1><script src="/assets/gone.js"></script>', says: /gone\.js/ },
  ])('$why, names it, and leaves the earlier files', async ({ why, content, says }) => {
    const files = await earlierExport()
    await expect(exportDeck({ dist: await fakeDeck(why, content), files })).rejects.toThrow(says)
    await expectUntouched()
  })

  it('a component that throws, and names its slide', async () => {
    const files = await earlierExport()
    const dist = await brokenDeck('throws', script => script.replace(/__name:.DataTable.,[\s\S]*?setup\([^)]*\)\{/, '$&throw new Error("broken on purpose");'))
    await expect(exportDeck({ dist, files })).rejects.toThrow(/slide \d+ \([\w-]+\).*broken on purpose/s)
    await expectUntouched()
  })

  it('charts without a canvas, and names their slides', async () => {
    const files = await earlierExport()
    const dist = path.join(dir, 'no-canvas')
    await cp(built.dist, dist, { recursive: true })
    for (const file of ['print', 'handout'].map(name => path.join(dist, name, 'index.html'))) {
      const html = (await readFile(file, 'utf8')).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
      await writeFile(file, html.replace('<head>', '<head><script>HTMLCanvasElement.prototype.getContext = () => null</script>'))
    }
    await expect(exportDeck({ dist, files })).rejects.toThrow(/slide 9 \(headcount-chart\): a chart failed to draw/)
    await expectUntouched()
  })

  it('to work without a build, and says what to do', async () => {
    await expect(exportDeck({ dist: path.join(dir, 'no-such-build'), files: {} })).rejects.toThrow('Run "npm run build" first')
  })

  it('to work without a browser, and leaves the earlier files', async () => {
    await earlierExport()
    const { code, output } = await runExport({ CHROME_PATH: '/no/such/browser' })
    expect(code).toBe(1)
    expect(output).toContain('CHROME_PATH is set to "/no/such/browser"')
    await expectUntouched()
  })
})

describe('an export', () => {
  it('that is killed half way leaves the earlier files and no others', async () => {
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
