import type { Budget, Deck } from '../../deck'
import type { EditionSite } from './site'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { launchBrowser } from '../browser/browser'
import { serveDist } from '../browser/static-server'
import { deck, editions, ROOT } from '../deck'
import { pdfName } from '../slidev/build-edition'
import { keptAddress, keptFirst, twinsOf } from './bundle-service-worker'
import { brotliSize, fetchFirstSlide, gzipSize } from './first-slide'

/** What has a budget, as reports call it. */
const NAMES = {
  code: 'JavaScript and CSS of the first slide (gzip)',
  fonts: 'fonts of the first slide',
  charts: 'Chart.js, when a chart is near (gzip)',
  pdf: 'PDF of the slides',
  copy: 'copy of the edition for use without a network (brotli)',
  social: 'pictures for links',
  files: 'all files of the edition',
}

/** The budgets that a deck sets. */
type Budgets = NonNullable<Deck['budgets']>

/** The edition that is weighed. */
type MeasuredSite = Pick<EditionSite, 'dist' | 'base' | 'edition'>

export type BudgetId = keyof typeof NAMES

/** Sizes in bytes by part: files without the hash in their name, those of the same name added up. */
export type Parts = Record<string, number>
export type Sizes = Record<BudgetId, Parts>

/** What a budget allows an edition. */
const limitOf = ({ limit, limits }: Budget, edition: string) => limits?.[edition] ?? limit

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
export function budgetTable(sizes: Sizes, edition: string, budgets: Budgets): string {
  return (Object.keys(NAMES) as BudgetId[])
    .map(
      id => `${edition}  ${NAMES[id].padEnd(54)} ${kilobytes(total(sizes[id])).padStart(9)} of ${limitOf(budgets[id], edition) / 1000} kB`,
    )
    .join('\n')
}

/** What became larger, most of it first; without a record, or when nothing did, all parts. */
function growth(parts: Parts, before: Parts = {}): string[] {
  const changes = Object.entries(parts).map(([name, size]) => ({ name, size, old: before[name], by: size - (before[name] ?? 0) }))
  const grown = changes.filter(({ by }) => by > 0)
  return (grown.length > 0 ? grown : changes)
    .sort((a, b) => b.by - a.by || b.size - a.size)
    .map(({ name, size, old }) => `  ${name}: ${kilobytes(old)} → ${kilobytes(size)}`)
}

/**
 * Says of each exceeded budget what has grown.
 * @param sizes of this build
 * @param record sizes of an earlier one
 * @param edition its id
 * @param budgets of the deck
 * @returns nothing when all budgets are kept
 */
export function budgetProblem(sizes: Sizes, record: Partial<Sizes>, edition: string, budgets: Budgets): string | undefined {
  const exceeded = (Object.keys(NAMES) as BudgetId[]).filter(id => total(sizes[id]) > limitOf(budgets[id], edition))
  if (exceeded.length === 0)
    return undefined
  const reports = exceeded.map((id) => {
    return [
      `Too heavy, edition ${edition}: ${NAMES[id]} ${kilobytes(total(sizes[id]))}, with a budget of `
      + `${limitOf(budgets[id], edition) / 1000} kB (${total(sizes[id]) - limitOf(budgets[id], edition)} bytes too many). What has `
      + 'grown since budget.json was written:',
      ...growth(sizes[id], record[id]),
    ].join('\n')
  })
  return `${reports.join('\n')}\nMake it lighter. If it is meant to be so, raise the limit in deck.ts, build, and run "npm run budget", `
    + 'which records the sizes in dist/ for the next comparison.'
}

/** The files of an edition, without those of the others below it, and their sizes in bytes. */
async function filesOf({ dist, edition }: MeasuredSite): Promise<{ path: string, size: number }[]> {
  const others = editions.filter(({ id, folder }) => id !== edition.id && folder.startsWith(edition.folder))
  const files = await glob('**', { cwd: dist, ignore: others.map(({ folder }) => `${folder.slice(edition.folder.length)}**`) })
  return Promise.all(files.map(async file => ({ path: file, size: (await stat(path.join(dist, file))).size })))
}

/** Sizes by folder, since single files are many. */
function byFolder(files: { path: string, size: number }[]): Parts {
  const parts: Parts = {}
  for (const { path, size } of files) {
    const folder = /^\d+\//.test(path) ? 'slides\' pages' : path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '/'
    parts[folder] = (parts[folder] ?? 0) + size
  }
  return parts
}

/** What the copy of an edition fetches: what is the same twice it fetches once. */
async function keptOf({ dist }: MeasuredSite, files: { path: string }[]): Promise<{ path: string }[]> {
  const kept = await Promise.all(files.filter(({ path }) => keptFirst(path)).map(async ({ path: file }) => ({
    path: file,
    url: keptAddress(file),
    revision: createHash('sha256').update(await readFile(path.join(dist, file))).digest('hex'),
  })))
  const twins = twinsOf(kept, [''])
  return kept.filter(({ url }) => !twins.has(url))
}

/** What a browser fetches of some files. */
function transferred(dist: string, files: { path: string }[]): Promise<{ path: string, size: number }[]> {
  return Promise.all(files.map(async ({ path: file }) => ({ path: file, size: brotliSize(file, await readFile(path.join(dist, file))) })))
}

/**
 * Weighs a site that has been built, the first slide by opening it in the browser.
 * @throws when a part that has a budget is not there
 */
export async function measureSite(site: MeasuredSite, { charts: { file } }: Budgets): Promise<Sizes> {
  const { dist, base, edition } = site
  const charts = await glob(file, { cwd: dist })
  if (charts.length !== 1)
    throw new Error(`Chart.js should be in one file of its own, ${file}; there are ${charts.length} in "${dist}".`)
  const all = await filesOf(site)
  const server = await serveDist({ dir: dist, base })
  const browser = await launchBrowser()
  try {
    const files = await fetchFirstSlide(browser, server.url)
    return {
      code: addUp(files.filter(({ type }) => type === 'script' || type === 'stylesheet')),
      fonts: addUp(files.filter(({ type }) => type === 'font')),
      charts: { [partName(charts[0]!)]: gzipSize(await readFile(path.join(dist, charts[0]!))) },
      pdf: { [pdfName(edition)]: (await readFile(path.join(dist, pdfName(edition)))).length },
      copy: byFolder(await transferred(dist, await keptOf(site, all))),
      social: byFolder(all.filter(({ path }) => path.startsWith('og/'))),
      files: byFolder(all),
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
  const { budgets } = deck
  if (!budgets)
    return
  const sizes = await measureSite(site, budgets)
  const record = await readFile(RECORD, 'utf8').then(
    text => JSON.parse(text) as Record<string, Partial<Sizes>>,
    () => ({}) as Record<string, Partial<Sizes>>,
  )
  const problem = budgetProblem(sizes, record[site.edition.id] ?? {}, site.edition.id, budgets)
  if (problem)
    throw new Error(problem)
  tell(budgetTable(sizes, site.edition.id, budgets))
}
