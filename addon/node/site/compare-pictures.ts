import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { glob } from 'tinyglobby'

/** How far a pixel may be from the one before and still count as the same, from 0 to 1: the edges of letters breathe. */
const THRESHOLD = 0.1

/** A picture that is not as it was. */
export interface Difference {
  /** Path below both folders. */
  readonly file: string
  /** What became of it; a share of its pixels, from 0 to 1. */
  readonly what: 'is new' | 'is gone' | 'has another size' | number
}

/**
 * Compares the PNG pictures of two folders, whatever folders they have below.
 * @param before the earlier ones
 * @param after the later ones
 * @param out where a picture of each difference goes: red where pixels differ. The folder is emptied first
 */
export async function comparePictures(
  before: string,
  after: string,
  out: string,
): Promise<{ compared: number, differences: Difference[] }> {
  const [old, now] = await Promise.all([before, after].map(cwd => glob('**/*.png', { cwd })))
  const differences: Difference[] = [
    ...old!.filter(file => !now!.includes(file)).map(file => ({ file, what: 'is gone' as const })),
    ...now!.filter(file => !old!.includes(file)).map(file => ({ file, what: 'is new' as const })),
  ]
  if (existsSync(out))
    await rm(out, { recursive: true })
  const shared = old!.filter(file => now!.includes(file)).sort()
  for (const file of shared) {
    const [one, other] = await Promise.all([before, after].map(async folder => PNG.sync.read(await readFile(path.join(folder, file)))))
    const { width, height } = one!
    if (other!.width !== width || other!.height !== height) {
      differences.push({ file, what: 'has another size' })
      continue
    }
    const picture = new PNG({ width, height })
    const pixels = pixelmatch(one!.data, other!.data, picture.data, width, height, { threshold: THRESHOLD })
    if (pixels === 0)
      continue
    differences.push({ file, what: pixels / (width * height) })
    const target = path.join(out, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, PNG.sync.write(picture))
  }
  return { compared: shared.length, differences }
}
