import type { Sizes } from '../node/site/budget'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readBase } from '../node/browser/static-server'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { requireEditions } from '../node/cli/options'
import { deck, editions, ROOT } from '../node/deck'

const DIST = 'dist'

/** Records what each edition of the site weighs, for builds to come to be compared with. */
export const command = defineCommand({
  name: 'budget',
  summary: 'Weighs the site in dist/ and records the sizes in budget.json, for later builds to be compared with.',
  options: {},
  refused: { edition: 'it weighs all editions' },
  examples: ['npm run budget'],
  run: async () => {
    log(`weighing the site in ${DIST}/`)
    const dist = path.join(ROOT, DIST)
    const site = { dist, base: readBase(dist), origin: '' }
    requireEditions(DIST, editions)
    const { budgets } = deck
    if (!budgets)
      throw new Error('deck.ts sets no budgets: there is nothing to compare with.')
    const [{ budgetTable, measureSite, RECORD }, { editionSite }] = await Promise.all([
      import('../node/site/budget'),
      import('../node/site/site'),
    ])
    const record: Record<string, Sizes> = {}
    for (const edition of editions) {
      record[edition.id] = await measureSite(editionSite(site, edition), budgets)
      log(budgetTable(record[edition.id]!, edition.id, budgets))
    }
    await writeFile(RECORD, `${JSON.stringify(record, null, 2)}\n`)
    log(`${path.relative(ROOT, RECORD)} has the sizes. Commit it with what made them.`)
  },
})

runIfMain(command, import.meta.url)
