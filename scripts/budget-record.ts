import type { Sizes } from './budget'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { editions } from '../locales/editions'
import { budgetTable, measureSite, RECORD } from './budget'
import { ROOT } from './build'
import { runCli, say } from './cli'
import { editionSite } from './site'
import { readBase } from './static-server'

/** `npm run budget`: records what each edition of the site in dist/ weighs, for builds to come to be compared with. */
runCli(async () => {
  const dist = path.join(ROOT, 'dist')
  const site = { dist, base: readBase(dist), origin: '' }
  const record: Record<string, Sizes> = {}
  for (const edition of editions) {
    record[edition.id] = await measureSite(editionSite(site, edition))
    say(budgetTable(record[edition.id]!, edition.id))
  }
  await writeFile(RECORD, `${JSON.stringify(record, null, 2)}\n`)
})
