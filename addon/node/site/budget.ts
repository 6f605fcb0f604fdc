import type { EditionSite } from './site'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { launchBrowser } from '../browser/browser'
import { pdfName, ROOT } from '../slidev/build-edition'
import { fetchFirstSlide, gzipSize } from './first-slide'
import { serveDist } from '../browser/static-server'

/** What the site may weigh, in bytes. */
export const BUDGETS: Record<'code' | 'fonts' | 'charts' | 'pdf', { name: string, limit: number, limits?: Record<string, number> }> = {
  // Words in Chinese characters compress less than words in letters; an editor needs room for a chart's.
  code: { name: 'JavaScript and CSS of the first slide (gzip)', limit: 140_000, limits: { zh: 144_000 } },
  fonts: { name: 'fonts of the first slide', limit: 60_000 },
  charts: { name: 'Chart.js, when a chart is near (gzip)', limit: 60_000 },
  // Ideographs are many.
  pdf: { name: 'PDF of the slides', limit: 500_000, limits: { zh: 800_000 } },
}

/** The edition that is weighed. */
type MeasuredSite = Pick<EditionSite, 'dist' | 'base' | 'edition'>

export type BudgetId = keyof typeof BUDGETS

/** Sizes in bytes by part: files without the hash in their name, those of the same name added up. */
export type Parts = Record<string, number>
export type Sizes = Record<BudgetId, Parts>

/** What a budget allows an edition. */
const limitOf = (id: BudgetId, edition: string) => BUDGETS[id].limits?.[edition] ?? BUDGETS[id].limit

/** The sizes that what has grown is compared with, by edition; `npm run budget` writes them. */
export const RECORD = path.join(ROOT, 'budget.json')

const total = (parts: Parts) => Object.values(parts).reduce((sum, size) => sum + size, 0)
const kilobytes = (size: number | undefined) => size === undefined ? '–' : `${(size / 1000).toFixed(1)} kB`

/** A file's name without the hash that Vite gives it. */
export function partName(file: string): string {
  return file.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '')
}

function addUp(files: { path: string, size: number }[]): Parts {
  const parts: Parts = {}
  for (const { path, size } of files)
    parts[partName(path)] = (parts[partName(path)] ?? 0) + size
  return parts
}

/** One line for each budget: how much of it is used. */
export function budgetTable(sizes: Sizes, edition: string): string {
  return (Object.keys(BUDGETS) as BudgetId[]).map(id => `${edition}  ${BUDGETS[id].name.padEnd(46)} ${kilobytes(total(sizes[id])).padStart(9)} of ${limitOf(id, edition) / 1000} kB`).join('\n')
}

/** What became larger, most of it first; without a record, or when nothing did, all parts. */
function growth(parts: Parts, before: Parts = {}): string[] {
  const changes = Object.entries(parts).map(([name, size]) => ({ name, size, old: before[name], by: size - (before[name] ?? 0) }))
  const grown = changes.filter(({ by }) => by > 0)
  return (grown.length > 0 ? grown : changes).sort((a, b) => b.by - a.by || b.size - a.size).map(({ name, size, old }) => `  ${name}: ${kilobytes(old)} → ${kilobytes(size)}`)
}

/**
 * Says of each exceeded budget what has grown.
 * @param sizes of this build
 * @param record sizes of an earlier one
 * @param edition its id
 * @returns nothing when all budgets are kept
 */
export function budgetProblem(sizes: Sizes, record: Partial<Sizes>, edition: string): string | undefined {
  const exceeded = (Object.keys(BUDGETS) as BudgetId[]).filter(id => total(sizes[id]) > limitOf(id, edition))
  if (exceeded.length === 0)
    return undefined
  const reports = exceeded.map((id) => {
    return [`Too heavy, edition ${edition}: ${BUDGETS[id].name} ${kilobytes(total(sizes[id]))}, with a budget of ${limitOf(id, edition) / 1000} kB (${total(sizes[id]) - limitOf(id, edition)} bytes too many). What has grown since budget.json was written:`, ...growth(sizes[id], record[id])].join('\n')
  })
  return `${reports.join('\n')}\nMake it lighter. If it is meant to be so, raise the limit in addon/node/site/budget.ts, build, and run "npm run budget", which records the sizes in dist/ for the next comparison.`
}

/**
 * Weighs a site that has been built, the first slide by opening it in the browser.
 * @throws when a part that has a budget is not there
 */
export async function measureSite({ dist, base, edition }: MeasuredSite): Promise<Sizes> {
  const charts = await glob('assets/chart-parts-*.js', { cwd: dist })
  if (charts.length !== 1)
    throw new Error(`Chart.js should be in one file of its own, assets/chart-parts-*.js; there are ${charts.length} in "${dist}".`)
  const server = await serveDist({ dir: dist, base })
  const browser = await launchBrowser()
  try {
    const files = await fetchFirstSlide(browser, server.url)
    return {
      code: addUp(files.filter(({ type }) => type === 'script' || type === 'stylesheet')),
      fonts: addUp(files.filter(({ type }) => type === 'font')),
      charts: { 'chart-parts.js': gzipSize(await readFile(path.join(dist, charts[0]!))) },
      pdf: { [pdfName(edition)]: (await readFile(path.join(dist, pdfName(edition)))).length },
    }
  }
  finally {
    await browser.close()
    await server.close()
  }
}

/**
 * Tells how much of its budgets a site uses.
 * @param site one edition, built
 * @param tell takes the lines
 * @throws when it exceeds one, with what has grown
 */
export async function checkBudget(site: MeasuredSite, tell: (lines: string) => void): Promise<void> {
  const sizes = await measureSite(site)
  const record = await readFile(RECORD, 'utf8').then(text => JSON.parse(text) as Record<string, Partial<Sizes>>, () => ({} as Record<string, Partial<Sizes>>))
  const problem = budgetProblem(sizes, record[site.edition.id] ?? {}, site.edition.id)
  if (problem)
    throw new Error(problem)
  tell(budgetTable(sizes, site.edition.id))
}
