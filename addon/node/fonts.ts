import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, resolve } from 'node:path'

/** One file of a face. */
export interface FontFile {
  family: string
  /** As CSS takes it: a weight, or a range of them. */
  weight: string
  /** Name in the edition's folder. */
  file: string
  /** Path of the whole font. */
  source: string
  /** What it is cut to, in order. */
  characters: string
}

/** Folder of an installed package of Fontsource. */
export const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`))

/** Where ideographs and their punctuation stand in Unicode. */
const HAN_BLOCKS: readonly (readonly [from: number, to: number])[] = [
  [0x2E80, 0x9FFF],
  [0xF900, 0xFAFF],
  [0xFE30, 0xFE4F],
  [0xFF00, 0xFFEF],
]

/**
 * Characters as a CSS `unicode-range`. A face's file of all other ideographs names whole blocks: their list would weigh more than the first
 * slide's fonts. What the files of the first slides have, their rules claim back, for they come later.
 */
function unicodeRange({ characters, file }: FontFile): string {
  const inBlock = (code: number) => HAN_BLOCKS.find(([from, to]) => file.endsWith('-others.woff2') && code >= from && code <= to)
  const codes = [...characters].map(character => character.codePointAt(0)!).sort((a, b) => a - b)
  const blocks = HAN_BLOCKS.filter(block => codes.some(code => inBlock(code) === block))
  const spans: [number, number][] = []
  for (const code of codes.filter(code => !inBlock(code))) {
    const last = spans.at(-1)
    if (last && code === last[1] + 1)
      last[1] = code
    else
      spans.push([code, code])
  }
  return [...spans, ...blocks].map(span => `U+${[...new Set(span)].map(code => code.toString(16).toUpperCase()).join('-')}`).join(',')
}

/** Text is placed for its own font, on the prerendered slide as on the live one, so nothing else may stand in. */
function fontFaceRule(font: FontFile): string {
  const { family, weight, file } = font
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-style: normal;
  font-display: block;
  src: url('./${file}') format('woff2');
  unicode-range: ${unicodeRange(font)};
}
`
}

/** The rules, and which packages the files come from: what is the same as before needs no new files. */
async function styleSheet(files: readonly FontFile[], packages: readonly string[]): Promise<string> {
  const versions = await Promise.all([...new Set(packages)].map(async (name) => {
    const { version } = JSON.parse(await readFile(resolve(packageFolder(name), 'package.json'), 'utf8')) as { version: string }
    return `${name} ${version}`
  }))
  return `/* ${versions.join(', ')} */\n${files.map(fontFaceRule).join('')}`
}

/**
 * Cuts each face down to the characters that it is for, with all of their kerning and figures, and writes `fonts.css` with the rules that
 * the styles of a deck import. A browser fetches a file when text needs one of its characters.
 * @param folder where the files go
 * @param files in the order of their rules: of two for one character the later counts
 * @param packages names of the Fontsource packages that they come from
 */
export async function cutFonts(folder: string, files: readonly FontFile[], packages: readonly string[]): Promise<void> {
  const styles = await styleSheet(files, packages)
  const target = resolve(folder, 'fonts.css')
  // The rules alone do not tell: that of all other characters names whole blocks, whichever of them are in use.
  const cut = JSON.stringify(files.map(({ file, characters }) => [file, characters]))
  const record = resolve(folder, 'cut.json')
  const [rules, before] = await Promise.all([target, record].map(file => readFile(file, 'utf8').catch(() => '')))
  if (rules === styles && before === cut)
    return
  await mkdir(folder, { recursive: true })
  const earlier = (await readdir(folder)).filter(
    name => [target, record].map(file => basename(file)).includes(name) || name.endsWith('.woff2'),
  )
  await Promise.all(earlier.map(name => rm(resolve(folder, name))))
  // Only now: most starts find the files as they should be.
  const { default: subsetFont } = await import('subset-font')
  for (const { file, source, characters } of files)
    await writeFile(resolve(folder, file), await subsetFont(await readFile(source), characters, { targetFormat: 'woff2' }))
  // Last, so that they stand for complete files.
  await writeFile(target, styles)
  await writeFile(record, cut)
}
