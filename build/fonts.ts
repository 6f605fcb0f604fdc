import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { parseSync } from '@slidev/parser'
import subsetFont from 'subset-font'
import { glob } from 'tinyglobby'

const ROOT = resolve(import.meta.dirname, '..')

/** Where the styles find the faces; made at start, not committed. */
export const FONTS = resolve(ROOT, '.cache/fonts')

/** Everything whose text the deck may show: slides with their notes, data, words, and what formats and draws them. */
const SOURCES = ['slides*.md', '{data,lib,locales}/*.ts', '*.vue', '{components,layouts,pages}/*.vue']

/** What formatters produce although no source contains it: printable ASCII and the usual typographic characters. */
const ALWAYS = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')}\u00A0‑–—‘’“”…·×±−≤≥→←↑↓°§`

/** Chinese text takes these from its own face, although the Latin ones have them. */
const IN_CHINESE = /[“”‘’·—…0-9A-Z\-.,() ]/i

/** In the links between pages without JavaScript (scripts/slide-pages.ts); the Latin faces have none. */
const ARROWS = '←→'

/** Latin faces, static weights only: a variable font becomes Type 3 in a PDF. */
const LATIN = [
  { family: 'Newsreader', name: 'newsreader', weight: 500 },
  { family: 'Source Sans 3', name: 'source-sans-3', weight: 400 },
  { family: 'Source Sans 3', name: 'source-sans-3', weight: 600 },
]
const CHINESE = { family: 'Noto Sans SC', name: 'noto-sans-sc', weight: 400 }

/** One file of a face. */
export interface FontFile {
  family: string
  weight: number
  /** Name in `FONTS`. */
  file: string
  /** Path of the whole font. */
  source: string
  /** What it is cut to, in order. */
  characters: string
}

const unique = (text: string) => [...new Set(text)].sort()
const packageFolder = (name: string) => dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`))

function fontFile({ family, name, weight }: typeof CHINESE, part: string, subset: string, characters: string[]): FontFile {
  return { family, weight, file: `${name}-${weight}-${part}.woff2`, source: resolve(packageFolder(name), `files/${name}-${subset}-${weight}-normal.woff2`), characters: characters.join('') }
}

/** Tells whether a CSS `unicode-range` has a character. */
function rangeTest(range: string): (character: string) => boolean {
  const spans = range.split(',').map(span => span.replace('U+', '').split('-').map(hex => Number.parseInt(hex, 16)))
  return (character) => {
    const code = character.codePointAt(0)!
    return spans.some(([from, to = from]) => code >= from! && code <= to!)
  }
}

/** What the first slide of a deck shows in Chinese, or in other characters beyond the Latin faces: in its text and in its source line. */
async function firstCharacters(deck: string, isLatin: (character: string) => boolean): Promise<string[]> {
  const { content = '' } = parseSync(deck, 'slides.md').slides[0] ?? {}
  // Only now, so that bad data first meets the check that names it.
  const [{ words }, { slideSources }, { sourceParts }] = await Promise.all([import('../locales'), import('../lib/slide-evidence'), import('../lib/source-parts')])
  const cited = sourceParts(slideSources(content), words).flatMap(({ heading, printed }) => [heading, printed])
  const spans = [...content.matchAll(/lang="zh-CN">([^<]*)</g)].map(([, text]) => text)
  return [ARROWS, ...cited, ...spans].join('').split('').concat([...content].filter(character => !isLatin(character)))
}

/** The files that the deck's text needs, and of which characters each consists; no character is in two files of a face. */
export async function fontFiles(): Promise<FontFile[]> {
  const paths = (await glob(SOURCES, { cwd: ROOT, absolute: true })).sort()
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')))
  const used = unique(ALWAYS + texts.join('')).filter(character => character >= ' ')
  const latin = await Promise.all(LATIN.map(async (face) => {
    const ranges = JSON.parse(await readFile(resolve(packageFolder(face.name), 'unicode.json'), 'utf8')) as Record<string, string>
    const isBasic = rangeTest(ranges.latin!)
    const isExtended = rangeTest(ranges['latin-ext']!)
    return [
      fontFile(face, 'latin', 'latin', used.filter(isBasic)),
      fontFile(face, 'latin-ext', 'latin-ext', used.filter(character => isExtended(character) && !isBasic(character))),
    ]
  }))
  const isLatin = (character: string) => latin.flat().some(({ characters }) => characters.includes(character)) || character < ' '
  const decks = texts.filter((_, index) => paths[index]!.endsWith('.md'))
  const first = unique((await Promise.all(decks.map(deck => firstCharacters(deck, isLatin)))).flat().join('')).filter(character => character >= ' ')
  const rest = used.filter(character => !first.includes(character) && (!isLatin(character) || IN_CHINESE.test(character)))
  const chinese = [fontFile(CHINESE, 'first-slide', 'chinese-simplified', first), fontFile(CHINESE, 'others', 'chinese-simplified', rest)]
  return [...latin.flat(), ...chinese].filter(({ characters }) => characters)
}

/** Characters as a CSS `unicode-range`. */
function unicodeRange(characters: string): string {
  const spans: [number, number][] = []
  for (const code of [...characters].map(character => character.codePointAt(0)!).sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && code === last[1] + 1)
      last[1] = code
    else
      spans.push([code, code])
  }
  return spans.map(span => `U+${[...new Set(span)].map(code => code.toString(16).toUpperCase()).join('-')}`).join(',')
}

/** Text is placed for its own font, on the prerendered slide as on the live one, so nothing else may stand in. */
function fontFaceRule({ family, weight, file, characters }: FontFile): string {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-style: normal;
  font-display: block;
  src: url('./${file}') format('woff2');
  unicode-range: ${unicodeRange(characters)};
}
`
}

/** The rules, and which packages the files come from: what is the same as before needs no new files. */
async function styleSheet(files: FontFile[]): Promise<string> {
  const names = [...LATIN, CHINESE].map(({ name }) => name)
  const versions = await Promise.all([...new Set(names)].map(async (name) => {
    const { version } = JSON.parse(await readFile(resolve(packageFolder(name), 'package.json'), 'utf8')) as { version: string }
    return `${name} ${version}`
  }))
  return `/* ${versions.join(', ')} */\n${files.map(fontFaceRule).join('')}`
}

/**
 * Cuts each face down to the characters in use, with all of their kerning and figures, and writes the rules that the
 * deck's styles import. A browser fetches a file when text needs one of its characters: the first slide leaves most of
 * the Chinese for later.
 * @throws when a font package is not installed
 */
export async function writeFonts(): Promise<void> {
  const files = await fontFiles()
  const styles = await styleSheet(files)
  const target = resolve(FONTS, 'fonts.css')
  if (await readFile(target, 'utf8').catch(() => '') === styles)
    return
  await rm(FONTS, { recursive: true, force: true })
  await mkdir(FONTS, { recursive: true })
  for (const { file, source, characters } of files)
    await writeFile(resolve(FONTS, file), await subsetFont(await readFile(source), characters, { targetFormat: 'woff2' }))
  // Last, so that it stands for complete files.
  await writeFile(target, styles)
}
