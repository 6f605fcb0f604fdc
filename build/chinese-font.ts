import { Buffer } from 'node:buffer'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import subsetFont from 'subset-font'
import { glob } from 'tinyglobby'

const ROOT = resolve(import.meta.dirname, '..')

/** Where the styles find the face; made at start, not committed. */
export const CHINESE_FONT = resolve(ROOT, '.cache/fonts/noto-sans-sc-subset.woff2')

/** Everything whose Chinese a slide may show. */
const SOURCES = ['slides*.md', 'data/*.ts', 'locales/*.ts', '{components,layouts}/*.vue']

/** Characters outside of the Latin faces: ideographs, and the punctuation and full-width forms that go with them. */
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’·—…0-9A-Za-z\-.,() ]/gu

/** The characters that the deck's Chinese needs, in order. */
export async function chineseCharacters(): Promise<string> {
  const files = await glob(SOURCES, { cwd: ROOT, absolute: true })
  const texts = await Promise.all(files.sort().map(file => readFile(file, 'utf8')))
  return [...new Set(texts.join('').match(CHINESE))].sort().join('')
}

/**
 * Cuts Noto Sans SC down to the characters in use: one file of some 60 kB instead of a hundred of 50 kB each.
 * @throws when the font package is not installed
 */
export async function writeChineseFont(): Promise<void> {
  const packageFile = createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')
  const font = await readFile(resolve(dirname(packageFile), 'files/noto-sans-sc-chinese-simplified-400-normal.woff2'))
  const subset = await subsetFont(font, await chineseCharacters(), { targetFormat: 'woff2' })
  await mkdir(dirname(CHINESE_FONT), { recursive: true })
  const old = await readFile(CHINESE_FONT).catch(() => undefined)
  // The same bytes again would make a running dev server reload for nothing.
  if (!old || Buffer.compare(old, subset) !== 0)
    await writeFile(CHINESE_FONT, subset)
}
