import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { budgetTable, measureSite, RECORD } from './budget'
import { ROOT } from './build'
import { runCli, say } from './cli'
import { readBase } from './static-server'

/** `npm run budget`: records what the site in dist/ weighs, for builds to come to be compared with. */
runCli(async () => {
  const dist = path.join(ROOT, 'dist')
  const sizes = await measureSite({ dist, base: readBase(dist) })
  await writeFile(RECORD, `${JSON.stringify(sizes, null, 2)}\n`)
  say(budgetTable(sizes))
})
