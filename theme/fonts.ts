import type { Edition } from '../addon/deck'
import type { Act } from '../locales/types'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, resolve } from 'node:path'
import { parseSync } from '@slidev/parser'
import subsetFont from 'subset-font'
import { glob } from 'tinyglobby'
import { talkWordsOf, wordsFileOf } from '../addon/locales/all'
import { editions } from '../locales/editions'

/** A slide as written. */
interface SlideSource { content: string, frontmatter: Record<string, unknown> }

const ROOT = resolve(import.meta.dirname, '..')

/** Where the styles of an edition find its faces; made at start, not committed. */
export const fontFolder = ({ id }: Edition): string => resolve(ROOT, '.cache/fonts', id)

/** Everything whose text an edition may show besides its slides: data, words, and what formats and draws them. */
const sourcesOf = ({ id, language }: Edition) => [`locales/{${id},${id}.documents,editions}.ts`, `addon/locales/${wordsFileOf(language)}.ts`, '{data,figures}/*.ts', '{addon,addon/components,components,pages,theme/layouts}/*.vue']

/** What formatters produce although no source contains it: printable ASCII and the usual typographic characters. */
const ALWAYS = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')}\u00A0‑–—‘’“”…·×±−≤≥→←↑↓°§`

/** What formatters add to Chinese numbers and dates. */
const ALWAYS_IN_CHINESE = '年月日至万亿'

/** Chinese text in a Latin deck takes these from its own face, although the Latin ones have them. */
const IN_CHINESE = /[“”‘’·—…0-9A-Z\-.,() ]/i

/** In a Chinese deck these are Chinese, as wide as an ideograph. */
const FULL_WIDTH = '“”‘’—…·'

/** In the links between pages without JavaScript (addon/node/site/slide-pages.ts); the Latin faces have none. */
const ARROWS = '←→'

interface Face { family: string, name: string, weight: number }

/** Latin faces, static weights only: a variable font becomes Type 3 in a PDF. */
const LATIN: readonly Face[] = [
  { family: 'Newsreader', name: 'newsreader', weight: 500 },
  { family: 'Source Sans 3', name: 'source-sans-3', weight: 400 },
  { family: 'Source Sans 3', name: 'source-sans-3', weight: 600 },
]
const HAN_SANS: Face = { family: 'Noto Sans SC', name: 'noto-sans-sc', weight: 400 }
const HAN_SERIF: Face = { family: 'Noto Serif SC', name: 'noto-serif-sc', weight: 600 }
/** One file stands for all weights of a Chinese face: ideographs that a browser makes bold by itself fill up. */
const HAN_WEIGHTS = '400 700'

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

const unique = (text: string) => [...new Set(text)].sort()
const packageFolder = (name: string) => dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`))

function fontFile({ family, name, weight }: Face, part: string, subset: string, characters: string[]): FontFile {
  return {
    family,
    weight: subset.startsWith('chinese') ? HAN_WEIGHTS : String(weight),
    file: `${name}-${weight}-${part}.woff2`,
    source: resolve(packageFolder(name), `files/${name}-${subset}-${weight}-normal.woff2`),
    characters: characters.join(''),
  }
}

/** Tells whether a CSS `unicode-range` has a character. */
function rangeTest(range: string): (character: string) => boolean {
  const spans = range.split(',').map(span => span.replace('U+', '').split('-').map(hex => Number.parseInt(hex, 16)))
  return (character) => {
    const code = character.codePointAt(0)!
    return spans.some(([from, to = from]) => code >= from! && code <= to!)
  }
}

/** What the first slide of an edition shows: its text with what stands around it, and what the article's own words on it are. */
async function firstText(slide: SlideSource, edition: Edition): Promise<{ text: string, cited: string }> {
  // Only now, so that bad data first meets the check that names it. One after the other: jiti 2, by which Slidev loads this, hands a module
  // that is asked for twice at once to the second one half done.
  const { wordsOf } = await import('../locales/records')
  const { slideSources } = await import('../figures/slide-evidence')
  const { sourceParts } = await import('../figures/source-parts')
  const { replaceTokens } = await import('../figures/tokens')
  const words = wordsOf(edition)
  const parts = sourceParts(slideSources(slide.content), words)
  const sections = parts.map(({ name }) => name)
  const cited = parts.map(({ heading = '', printed }) => heading + printed.join('、')).join('')
  const around = [words.labels.source, ...sections, talkWordsOf(edition.language).labels.slideOf, ...Object.values(words.punctuation), words.acts[slide.frontmatter.act as Act]]
  return { cited, text: [ARROWS, cited, ...around, ...editions.map(({ name }) => name), replaceTokens(slide.content, words)].join('') }
}

/** The files that an edition's text needs, and of which characters each consists; no character is in two files of a face. */
export async function fontFiles(edition: Edition): Promise<FontFile[]> {
  const isChinese = edition.language.startsWith('zh')
  const paths = (await glob(sourcesOf(edition), { cwd: ROOT, absolute: true })).sort()
  const around = (await Promise.all(paths.map(path => readFile(path, 'utf8')))).join('')
  const { slides } = parseSync(await readFile(resolve(ROOT, edition.entry), 'utf8'), edition.entry)
  const shown = ALWAYS + around + slides.map(({ raw, note = '' }) => raw.replace(note, '')).join('') + (isChinese ? ALWAYS_IN_CHINESE : '')
  const notes = slides.map(({ note = '' }) => note).join('')
  const visible = (text: string) => unique(text).filter(character => character >= ' ')
  const used = visible(shown + notes)

  const latin = await Promise.all(LATIN.map(async (face) => {
    const ranges = JSON.parse(await readFile(resolve(packageFolder(face.name), 'unicode.json'), 'utf8')) as Record<string, string>
    const isBasic = rangeTest(ranges.latin!)
    const isExtended = rangeTest(ranges['latin-ext']!)
    const own = used.filter(character => !(isChinese && FULL_WIDTH.includes(character)))
    return [
      fontFile(face, 'latin', 'latin', own.filter(isBasic)),
      fontFile(face, 'latin-ext', 'latin-ext', own.filter(character => isExtended(character) && !isBasic(character))),
    ]
  }))
  const isLatin = (character: string) => latin.flat().some(({ characters }) => characters.includes(character))
  const isHan = (character: string) => !isLatin(character) || (!isChinese && IN_CHINESE.test(character))

  const { text, cited } = await firstText(slides[0]!, edition)
  // In a Latin deck the digits and letters of a Chinese span come from its own face.
  const spans = isChinese ? text : cited + [...text.matchAll(/lang="zh-CN">([^<]*)</g)].map(([, span]) => span).join('') + [...text].filter(character => !isLatin(character)).join('')
  const first = visible(spans).filter(isHan)
  const han = (face: Face, text: string) => [
    fontFile(face, 'others', 'chinese-simplified', visible(text).filter(character => isHan(character) && !first.includes(character))),
    // Its rule must come after that of the others.
    fontFile(face, 'first-slide', 'chinese-simplified', first),
  ]
  // No note is set in the serif.
  const chinese = [...han(HAN_SANS, shown + notes), ...isChinese ? han(HAN_SERIF, shown) : []]
  return [...latin.flat(), ...chinese].filter(({ characters }) => characters)
}

/** Where ideographs and their punctuation stand in Unicode. */
const HAN_BLOCKS: readonly (readonly [from: number, to: number])[] = [[0x2E80, 0x9FFF], [0xF900, 0xFAFF], [0xFE30, 0xFE4F], [0xFF00, 0xFFEF]]

/**
 * Characters as a CSS `unicode-range`. A face's file of all other ideographs names whole blocks: their list would weigh more than the first
 * slide's fonts. What the file of the first slide has, its rule claims back, for it comes later.
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
async function styleSheet(files: FontFile[]): Promise<string> {
  const names = [...LATIN, HAN_SANS, HAN_SERIF].map(({ name }) => name)
  const versions = await Promise.all([...new Set(names)].map(async (name) => {
    const { version } = JSON.parse(await readFile(resolve(packageFolder(name), 'package.json'), 'utf8')) as { version: string }
    return `${name} ${version}`
  }))
  return `/* ${versions.join(', ')} */\n${files.map(fontFaceRule).join('')}`
}

/**
 * Cuts each face down to the characters that an edition uses, with all of their kerning and figures, and writes the rules that its styles
 * import. A browser fetches a file when text needs one of its characters: the first slide leaves most of the Chinese for later.
 * @throws when a font package is not installed
 */
export async function writeFonts(edition: Edition): Promise<void> {
  const folder = fontFolder(edition)
  const files = await fontFiles(edition)
  const styles = await styleSheet(files)
  const target = resolve(folder, 'fonts.css')
  // The rules alone do not tell: that of all other characters names whole blocks, whichever of them are in use.
  const cut = JSON.stringify(files.map(({ file, characters }) => [file, characters]))
  const record = resolve(folder, 'cut.json')
  const [rules, before] = await Promise.all([target, record].map(file => readFile(file, 'utf8').catch(() => '')))
  if (rules === styles && before === cut)
    return
  await mkdir(folder, { recursive: true })
  const earlier = (await readdir(folder)).filter(name => [target, record].map(file => basename(file)).includes(name) || name.endsWith('.woff2'))
  await Promise.all(earlier.map(name => rm(resolve(folder, name))))
  for (const { file, source, characters } of files)
    await writeFile(resolve(folder, file), await subsetFont(await readFile(source), characters, { targetFormat: 'woff2' }))
  // Last, so that they stand for complete files.
  await writeFile(target, styles)
  await writeFile(record, cut)
}
