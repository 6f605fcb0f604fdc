import { rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { buildDeck, PDF_NAME, ROOT } from './build'
import { buildArguments } from './build-arguments'
import { runCli, say } from './cli'
import { exportDeck } from './export-deck'
import { reportFor } from './progress'
import { endCleanly } from './replace-files'

/**
 * `npm run build [-- --base /talks/iar/ --out dist …]`, or with `BASE_PATH`: the deck for a static host, and beside it the PDF printed from this
 * very build, which a button of the deck links. What else is given goes on to `slidev build`.
 */
runCli(async () => {
  const { base, out, rest } = buildArguments(process.argv.slice(2), process.env)
  endCleanly()
  say(`building the deck for ${base}`)
  const dist = await buildDeck({ out, base, args: rest, pdf: true })
  try {
    const sizes = await exportDeck({ dist, files: { pdf: path.join(dist, PDF_NAME) }, reportFor })
    sizes.forEach((size, file) => say(`${path.relative(ROOT, file)}, ${Math.ceil(size / 1000)} kB`))
  }
  catch (error) {
    // A deck whose button leads nowhere must not be published.
    await rm(path.join(dist, 'index.html'), { force: true })
    throw new Error(`${(error as Error).message}\nThe build is incomplete without its PDF, so it has no index.html. "npx slidev build" builds a deck without one.`, { cause: error })
  }
})
