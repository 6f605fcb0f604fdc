import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { editions, ROOT } from '../deck'
import { pdfName } from '../slidev/build-edition'

const megabytes = (size: number) => `${(size / 1e6).toFixed(1)} MB`

/**
 * What a build has made, where it lies, how large it is, and what to do with it, in lines.
 * @param dir folder of the site, absolute
 * @param seconds that it took
 */
export async function siteSummary(dir: string, seconds: number): Promise<string> {
  const sizeOf = (file: string) => stat(path.join(dir, file)).then(({ size }) => size)
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const sizes = await Promise.all(files.map(({ parentPath, name }) => sizeOf(path.relative(dir, path.join(parentPath, name)))))
  const shown = path.relative(ROOT, dir).split(path.sep).join('/')
  const pdfs = await Promise.all(editions.map(async ({ folder, ...edition }) => {
    const file = folder + pdfName({ folder, ...edition })
    return `  ${edition.name}: ${shown}/${folder || 'index.html'}, ${file} (${megabytes(await sizeOf(file))})`
  }))
  return [
    `${shown}/: the site, ${files.length} files, ${megabytes(sizes.reduce((sum, size) => sum + size, 0))}, in ${Math.round(seconds)} s`,
    ...pdfs,
    `Look at it as a host would show it: npm run preview${shown === 'dist' ? '' : ` -- --dist ${shown}`}`,
  ].join('\n')
}
