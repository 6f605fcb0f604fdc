import type { Browser } from 'playwright-core'
import type { Kind } from './answers'
import type { Host } from './servers'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { ROOT } from '../../addon/node/deck'
import { editions } from '../../fixture/editions'
import { ask, headerProblem, kindsOf } from './answers'
import { chosenHosts, startHost } from './servers'
import { dropFolder, moveSite, nextVersion } from './site'
import { visitFaults } from './visit'

const site = inject('sites').fixture
const built = new URL(site.url).pathname
const chosen = chosenHosts()
const withBrowser = process.env.HOSTS_VISITS !== 'no'
/** By the row's name, what each column says. */
const table = new Map<string, Map<string, string>>()

function note(row: string, column: string, said: string): void {
  table.set(row, (table.get(row) ?? new Map<string, string>()).set(column, said))
}

/** The first file of a kind in an edition's folder of files that are named after their content. */
const assetOf = (ending: string) => `assets/${readdirSync(path.join(site.dist, 'assets')).find(file => file.endsWith(ending))}`

let kinds: Kind[]
beforeAll(() => {
  kinds = kindsOf(editions, {
    asset: assetOf('.js'),
    style: assetOf('.css'),
    face: assetOf('.woff2'),
    pdf: path.basename(site.editions.en.pdf),
    data: 'data/cups.csv',
  }, readFileSync(path.join(site.dist, 'data/cups.csv')))
})

const folders: string[] = []
afterAll(async () => {
  await Promise.all(folders.map(dropFolder))
  const columns = [...new Set([...table.values()].flatMap(row => [...row.keys()]))]
  const lines = [
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...Array.from(table, ([row, said]) => `| ${row} | ${columns.map(column => said.get(column) ?? '').join(' | ')} |`),
    '',
  ]
  await writeFile(path.join(ROOT, '.cache/hosts.md'), lines.join('\n'))
  process.stdout.write(`\n${lines.join('\n')}\n`)
})

describe.each(['/', built])('at %s', (base) => {
  let dist: string
  let next: string
  let browser: Browser | undefined
  beforeAll(async () => {
    dist = await moveSite(site.dist, built, base)
    next = await nextVersion(dist, base)
    folders.push(dist, next)
    browser = withBrowser ? await launchBrowser() : undefined
  })
  afterAll(() => browser?.close())

  describe.each(chosen)('$name', (kind) => {
    const column = `${kind.name}, ${base === '/' ? 'at the root' : 'below a path'}`
    let host: Host
    beforeAll(async () => {
      host = await startHost(kind, dist, base)
      note('version', column, host.version)
    }, 2_000_000)
    afterAll(() => host?.end())

    it('answers every kind of address', async () => {
      const wrong: string[] = []
      for (const { name, address, wrong: judge } of kinds) {
        const answer = await ask(host, address)
        const problem = judge(answer, host)
        note(name, column, problem ?? (answer.status === 200 ? 'ok' : String(answer.status)))
        if (problem)
          wrong.push(`${name} (${address}): ${problem}`)
      }
      const lacking = headerProblem(await ask(host, '3/'), host)
      note('headers of a page', column, lacking ?? 'ok')
      expect([...wrong, ...lacking ? [lacking] : []]).toEqual([])
    })

    it.runIf(withBrowser)('is visited, left without a network, and deployed anew', async () => {
      const faults = await visitFaults(browser!, host, next)
      note('visit, offline, new version', column, faults.length === 0 ? 'ok' : faults.join('; '))
      expect(faults).toEqual([])
    })
  })
})

it('has a deck to serve', () => {
  expect(existsSync(path.join(site.dist, 'index.html'))).toBe(true)
})
