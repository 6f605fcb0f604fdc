import type { HeardEditionId } from '../tests/heard/hear'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { builtFolder, requireEditions } from '../addon/node/cli/options'
import { ROOT } from '../addon/node/deck'

/** The talk as a screen reader says it, for people to read and judge. */
export const command = defineCommand({
  name: 'heard',
  summary: 'Writes what a screen reader says of the whole talk, in Chromium and where Firefox differs, into docs/heard.md: some minutes.',
  editions: 'all',
  options: {
    dist: builtFolder('the built deck, with all editions', { fallback: 'dist' }),
  },
  examples: ['npm run heard', 'npm run heard -- zh', 'npm run heard -- --dist .cache/site'],
  run: async ({ dist }, editions) => {
    requireEditions(path.resolve(ROOT, dist), editions)
    const [{ HEARD_ENGINES, missingToHear }, { hear }, { heardFile, heardPage }] = await Promise.all([
      import('../tests/heard/missing'),
      import('../tests/heard/hear'),
      import('../tests/heard/page'),
    ])
    const missing = HEARD_ENGINES.map(missingToHear).find(Boolean)
    if (missing)
      throw new Error(missing)
    const faults: string[] = []
    for (const { id } of editions as readonly { readonly id: HeardEditionId }[]) {
      const heard = []
      for (const engine of HEARD_ENGINES) {
        log(`listening in ${engine}, ${id}`)
        heard.push(await hear('talk', path.resolve(ROOT, dist), engine, id))
      }
      faults.push(...heard.flatMap(one => one.faults))
      await writeFile(path.join(ROOT, heardFile(id)), heardPage(id, heard))
      log(heardFile(id))
    }
    if (faults.length > 0)
      throw new Error(`It is written down, and this is wrong with it:\n${faults.join('\n')}`)
  },
})

runIfMain(command, import.meta.url)
