import type { Sizes } from './budget'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editions } from '../locales/editions'
import { ROOT } from './build'
import { defineCommand, runIfMain, say } from './cli'
import { requireEditions } from './options'
import { readBase } from './static-server'

const DIST = 'dist'

/** Records what each edition of the site weighs, for builds to come to be compared with. */
export const command = defineCommand({
  name: 'budget',
  summary: 'Weighs the site in dist/ and records the sizes in budget.json, for later builds to be compared with.',
  options: {},
  refused: { edition: 'it weighs all editions' },
  examples: ['npm run budget'],
  run: async () => {
    say(`weighing the site in ${DIST}/`)
    const dist = path.join(ROOT, DIST)
    const site = { dist, base: readBase(dist), origin: '' }
    requireEditions(DIST, editions)
    const [{ budgetTable, measureSite, RECORD }, { editionSite }] = await Promise.all([import('./budget'), import('./site')])
    const record: Record<string, Sizes> = {}
    for (const edition of editions) {
      record[edition.id] = await measureSite(editionSite(site, edition))
      say(budgetTable(record[edition.id]!, edition.id))
    }
    await writeFile(RECORD, `${JSON.stringify(record, null, 2)}\n`)
    say(`${path.relative(ROOT, RECORD)} has the sizes. Commit it with what made them.`)
  },
})

runIfMain(command, import.meta.url)
