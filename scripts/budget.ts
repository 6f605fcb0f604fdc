import type { Site } from './site'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { launchBrowser } from './browser'
import { PDF_NAME, ROOT } from './build'
import { say } from './cli'
import { fetchFirstSlide, gzipSize } from './first-slide'
import { serveDist } from './static-server'

/** What the site may weigh, in bytes. */
export const BUDGETS = {
  code: { name: 'JavaScript and CSS of the first slide (gzip)', limit: 140_000 },
  fonts: { name: 'fonts of the first slide', limit: 60_000 },
  charts: { name: 'Chart.js, when a chart is near (gzip)', limit: 60_000 },
  pdf: { name: 'PDF of the slides', limit: 500_000 },
} as const

export type BudgetId = keyof typeof BUDGETS

/** Sizes in bytes by part: files without the hash in their name, those of the same name added up. */
export type Parts = Record<string, number>
export type Sizes = Record<BudgetId, Parts>

/** The sizes that what has grown is compared with; `npm run budget` writes them. */
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
export function budgetTable(sizes: Sizes): string {
  return Object.entries(BUDGETS).map(([id, { name, limit }]) => `${name.padEnd(46)} ${kilobytes(total(sizes[id as BudgetId])).padStart(9)} of ${limit / 1000} kB`).join('\n')
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
 * @returns nothing when all budgets are kept
 */
export function budgetProblem(sizes: Sizes, record: Partial<Sizes>): string | undefined {
  const exceeded = (Object.keys(BUDGETS) as BudgetId[]).filter(id => total(sizes[id]) > BUDGETS[id].limit)
  if (exceeded.length === 0)
    return undefined
  const reports = exceeded.map((id) => {
    const { name, limit } = BUDGETS[id]
    return [`Too heavy: ${name} ${kilobytes(total(sizes[id]))}, with a budget of ${limit / 1000} kB. What has grown since budget.json was written:`, ...growth(sizes[id], record[id])].join('\n')
  })
  return `${reports.join('\n')}\nMake it lighter. If it is meant to be so, raise the limit in scripts/budget.ts and run "npm run budget", which records the sizes in dist/ for the next comparison.`
}

/**
 * Weighs a site that has been built, the first slide by opening it in the browser.
 * @throws when a part that has a budget is not there
 */
export async function measureSite({ dist, base }: Pick<Site, 'dist' | 'base'>): Promise<Sizes> {
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
      pdf: { [PDF_NAME]: (await readFile(path.join(dist, PDF_NAME))).length },
    }
  }
  finally {
    await browser.close()
    await server.close()
  }
}

/**
 * Tells how much of its budgets a site uses.
 * @throws when it exceeds one, with what has grown
 */
export async function checkBudget(site: Pick<Site, 'dist' | 'base'>): Promise<void> {
  const sizes = await measureSite(site)
  const record = await readFile(RECORD, 'utf8').then(text => JSON.parse(text) as Partial<Sizes>, () => ({}))
  const problem = budgetProblem(sizes, record)
  if (problem)
    throw new Error(problem)
  say(budgetTable(sizes))
}
