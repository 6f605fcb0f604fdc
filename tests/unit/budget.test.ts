import type { Sizes } from '../../addon/node/site/budget'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { budgetProblem, budgetTable, partName } from '../../addon/node/site/budget'
import { pdfName } from '../../addon/node/slidev/build-edition'
import deck from '../../deck'
import { editions } from '../../locales/editions'

const { budgets } = deck

const light: Sizes = {
  code: { 'index.js': 100_000, 'index.css': 20_000 },
  fonts: { 'a.woff2': 30_000 },
  charts: { 'chart-parts.js': 51_000 },
  pdf: { 'deck.pdf': 330_000 },
  copy: { 'assets/': 600_000 },
  social: { 'og/': 900_000 },
  files: { 'pictures/': 2_000_000 },
}
const heavy: Sizes = { ...light, code: { 'index.js': 118_500, 'index.css': 19_000, 'new.js': 4_000 } }

describe('the byte budget', () => {
  it('is silent about a site that keeps it', () => {
    expect(budgetProblem(light, light, 'en', budgets)).toBeUndefined()
    expect(budgetProblem({ ...light, code: { 'index.js': budgets.code.limit } }, {}, 'en', budgets)).toBeUndefined()
  })

  it('names what is exceeded and what has grown, most of it first', () => {
    const lines = budgetProblem(heavy, light, 'en', budgets)!.split('\n')
    expect(lines[0]).toContain('JavaScript and CSS of the first slide (gzip) 141.5 kB, with a budget of 120 kB')
    expect(lines.slice(1, -1)).toEqual(['  index.js: 100.0 kB → 118.5 kB', '  new.js: – → 4.0 kB'])
    expect(lines.at(-1)).toContain('npm run budget')
  })

  it('lists every part when there is nothing to compare with', () => {
    expect(budgetProblem(heavy, {}, 'en', budgets)).toMatch(
      /index\.js: – → 118\.5 kB\n {2}index\.css: – → 19\.0 kB\n {2}new\.js: – → 4\.0 kB/,
    )
  })

  it('has a line for each budget', () => {
    expect(budgetTable(light, 'zh', budgets).split('\n')).toHaveLength(Object.keys(budgets).length)
    expect(budgetTable(light, 'zh', budgets)).toMatch(/fonts of the first slide +30\.0 kB of 60 kB/)
  })

  it('allows a Chinese PDF its many ideographs, and no other', () => {
    const large = { ...light, pdf: { 'deck.pdf': 450_000 } }
    expect(budgetProblem(large, light, 'zh', budgets)).toBeUndefined()
    expect(budgetProblem(large, light, 'en', budgets)).toContain('PDF of the slides 450.0 kB, with a budget of 400 kB')
  })

  it.each([
    ['assets/modules/vue-IAiA5cTt.js', 'modules/vue.js'],
    ['assets/client-6ATe_-_L.js', 'client.js'],
    ['assets/noto-sans-sc-400-first-slide-DoVa4jsW.woff2', 'noto-sans-sc-400-first-slide.woff2'],
    ['favicon.svg', 'favicon.svg'],
  ])('knows %s as %s from build to build', (file, name) => {
    expect(partName(file)).toBe(name)
  })

  it.each([[-1, 'is built'], [1, 'is not']])('%d bytes over it a site %s', async (over, outcome) => {
    const dist = mkdtempSync(path.join(tmpdir(), 'budget-'))
    onTestFinished(() => {
      rmSync(dist, { recursive: true })
      vi.doUnmock('../../addon/node/browser/browser')
      vi.doUnmock('../../addon/node/site/first-slide')
      vi.resetModules()
    })
    mkdirSync(path.join(dist, 'assets'))
    for (const file of ['assets/chart-parts-12345678.js', pdfName(editions[0])])
      writeFileSync(path.join(dist, file), '')
    // What a first visit fetches.
    const fetched = [{ path: 'assets/index-12345678.js', type: 'script', size: budgets.code.limit + over }]
    vi.resetModules()
    vi.doMock('../../addon/node/browser/browser', () => ({ launchBrowser: async () => ({ close: async () => {} }) }))
    vi.doMock('../../addon/node/site/first-slide', async original =>
      ({ ...await original<object>(), fetchFirstSlide: async () => fetched }))
    const { checkBudget } = await import('../../addon/node/site/budget')
    const checked = checkBudget({ dist, base: '/', edition: editions[0] }, () => {})
    await (outcome === 'is built' ? expect(checked).resolves.toBeUndefined() : expect(checked).rejects.toThrow('Too heavy'))
  })

  it('has a record to compare with', () => {
    const record = JSON.parse(readFileSync('budget.json', 'utf8')) as Record<string, Sizes>
    expect(Object.keys(record)).toEqual(editions.map(({ id }) => id))
    for (const sizes of Object.values(record))
      expect(Object.keys(sizes)).toEqual(Object.keys(budgets))
  })
})
