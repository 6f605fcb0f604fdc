import { stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { replaceFolder } from '../cli/output-folder'
import { editions, ROOT } from '../deck'
import { buildInto } from './build-edition'

/** What a build does not depend on. */
const NO_SOURCES = [
  'node_modules/**',
  'dist/**',
  'exports/**',
  'docs/**',
  'findings/**',
  'fixture/**',
  'tests/**',
  'scripts/**',
  'addon/commands/**',
  '**/README*.md',
]

const ageOf = (file: string) => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0)

/**
 * Whether a build is there and no source has changed since it was begun.
 * @param dir folder of the build, absolute
 */
export async function isUpToDate(dir: string, root = ROOT): Promise<boolean> {
  const built = await ageOf(path.join(dir, 'index.html'))
  if (built === 0)
    return false
  const sources = await glob('**', { cwd: root, absolute: true, ignore: NO_SOURCES, dot: false })
  const ages = await Promise.all(sources.filter(file => !path.resolve(file).startsWith(dir)).map(ageOf))
  return Math.max(...ages) <= built
}

/**
 * Builds all editions for this machine alone: at the root, without what a host needs besides (PDF, service worker, pictures).
 * The build is dated by its start, so that an edit made while it ran still counts as newer. An earlier one stays until this one is
 * complete.
 * @param dir folder of the build, absolute
 * @param tell is told what is being done, a line at a time
 * @throws with the reason when it fails; the earlier build is as it was
 */
export async function buildForStage(dir: string, tell: (line: string) => void = () => {}): Promise<void> {
  const begun = new Date()
  await replaceFolder(dir, async (draft) => {
    for (const edition of editions) {
      tell(`Slidev, ${edition.name}`)
      await buildInto(path.join(draft, edition.folder), { edition, base: `/${edition.folder}`, editions, tell })
    }
    await utimes(path.join(draft, 'index.html'), begun, begun)
  })
}
