import { stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { editions } from '../locales/editions'
import { buildDeck, ROOT } from './build'

/** What a build does not depend on. */
const NO_SOURCES = ['node_modules/**', 'dist/**', 'exports/**', 'docs/**', 'tests/**', 'scripts/**', 'README*.md']

const ageOf = (file: string) => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0)

/**
 * Whether a build is there and no source has changed since it was begun.
 * @param dir folder of the build, absolute
 */
export async function isFresh(dir: string, root = ROOT): Promise<boolean> {
  const built = await ageOf(path.join(dir, 'index.html'))
  if (built === 0)
    return false
  const sources = await glob('**', { cwd: root, absolute: true, ignore: NO_SOURCES, dot: false })
  const ages = await Promise.all(sources.filter(file => !path.resolve(file).startsWith(dir)).map(ageOf))
  return Math.max(...ages) <= built
}

/**
 * Builds all editions for this machine alone: at the root, without what a host needs besides (PDF, service worker, pictures).
 * The build is dated by its start, so that an edit made while it ran still counts as newer.
 * @throws with Slidev's output when it fails
 */
export async function buildForStage(dir: string): Promise<void> {
  const begun = new Date()
  for (const edition of editions)
    await buildDeck({ edition, out: path.join(dir, edition.folder), base: `/${edition.folder}`, editions })
  await utimes(path.join(dir, 'index.html'), begun, begun)
}
