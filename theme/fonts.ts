import type { Edition } from '../addon/deck'
import type { FontFile } from '../addon/node'
import type { Act } from '../locales/types'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseSync } from '@slidev/parser'
import { glob } from 'tinyglobby'
import { cutFonts, packageFolder, pageWordsOf, partWords, talkWordsOf, wordsFileOf } from '../addon/node'
import { editions } from '../locales/editions'

/** A slide as written. */
interface SlideSource { content: string, frontmatter: Record<string, unknown> }

const ROOT = resolve(import.meta.dirname, '..')

/** Where the styles of an edition find its faces; made at start, not committed. */
export const fontFolder = ({ id }: Edition): string => resolve(ROOT, '.cache/fonts', id)

/** Everything whose text an edition may show besides its slides: data, words, and what formats and draws them. */
function sourcesOf({ id, language }: Edition) {
  return [
    `locales/{${id},${id}.documents,${id}.others,editions}.ts`,
    `addon/locales/${wordsFileOf(language)}.ts`,
    '{data,figures}/*.ts',
    '{addon,addon/components,components,pages,theme/layouts}/*.vue',
  ]
}

/** What formatters produce although no source contains it: printable ASCII and the usual typographic characters. */
const OF_FORMATTERS = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')}\u00A0‑–—‘’“”…·×±−≤≥→←↑↓°§`

/** What formatters add to Chinese numbers and dates. */
const OF_CHINESE_FORMATTERS = '年月日至万亿'

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

const unique = (text: string) => [...new Set(text)].sort()

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

/** What a slide shows as it is written: its text with what stands around it, and what the article's own words on it are. */
async function textOf(slide: SlideSource, edition: Edition): Promise<{ text: string, cited: string }> {
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
  const around = [
    words.labels.source,
    ...sections,
    talkWordsOf(edition.language).labels.slideOf,
    ...Object.values(words.punctuation),
    words.acts[slide.frontmatter.act as Act],
  ]
  return { cited, text: [ARROWS, cited, ...around, ...editions.map(({ name }) => name), replaceTokens(slide.content, words)].join('') }
}

/** Exhibits write it between names. */
const BETWEEN_NAMES = '·'

/** Of the first words those that no slide shows as they are. */
const NOT_DRAWN = { data: undefined, exhibits: undefined, units: undefined }

/** What the second slide shows: its text, and the words from which its exhibit takes its own. */
async function nextText(slide: SlideSource, edition: Edition): Promise<string> {
  const { text } = await textOf(slide, edition)
  const { slideWordsOf } = await import('../locales/records')
  const { firstKeys } = await import('../locales/first-keys')
  const { first } = partWords(slideWordsOf(edition), { ...firstKeys, ...NOT_DRAWN })
  const { modelParts } = await import('../data')
  return text + BETWEEN_NAMES + JSON.stringify(first) + modelParts.map(({ zh }) => zh).join('')
}

/** Of the words those that are set in the serif nowhere: what is told and not drawn, and sentences. */
const NEVER_SERIF = [
  ...['exhibits', 'data', 'sections', 'sentences', 'boundNames', 'claimants'],
  ...['flows', 'precedentFlows', 'allianceFields', 'foundations'],
]
const OTHERS_NEVER_SERIF = ['exhibits', 'claims', 'sources', 'readings', 'method', 'verdicts']

/** What an edition may set in its serif: titles, large figures and heads. Bodies of slides, notes, documents and controls have none. */
async function serifText(slides: readonly SlideSource[], edition: Edition): Promise<string> {
  const { slideWordsOf, wordsOf } = await import('../locales/records')
  const { replaceTokens } = await import('../figures/tokens')
  const words = wordsOf(edition)
  const without = (record: object, names: readonly string[]) => Object.entries(record).filter(([name]) => !names.includes(name))
  const heads = slides.flatMap(({ content }) => content.match(/^#+ .*$/gm) ?? []).map(head => replaceTokens(head, words))
  const talk = talkWordsOf(edition.language)
  return OF_FORMATTERS + OF_CHINESE_FORMATTERS + JSON.stringify([
    heads,
    without({ ...slideWordsOf(edition), reading: words.reading }, NEVER_SERIF),
    without(words.others, OTHERS_NEVER_SERIF),
    // The list of keys, the page for what is missing, and what a phone is offered.
    [talk.stage.keys, talk.labels.readingOffer, pageWordsOf(edition.language).missing],
  ])
}

/** The files that an edition's text needs, and of which characters each consists; no character is in two files of a face. */
export async function fontFiles(edition: Edition): Promise<FontFile[]> {
  const isChinese = edition.language.startsWith('zh')
  const paths = (await glob(sourcesOf(edition), { cwd: ROOT, absolute: true })).sort()
  const around = (await Promise.all(paths.map(path => readFile(path, 'utf8')))).join('')
  const { slides } = parseSync(await readFile(resolve(ROOT, edition.entry), 'utf8'), edition.entry)
  const shown
    = OF_FORMATTERS + around + slides.map(({ raw, note = '' }) => raw.replace(note, '')).join('') + (isChinese ? OF_CHINESE_FORMATTERS : '')
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

  const { text, cited } = await textOf(slides[0]!, edition)
  // In a Latin deck the digits and letters of a Chinese span come from its own face.
  const spans = isChinese
    ? text
    : cited
      + [...text.matchAll(/lang="zh-CN">([^<]*)</g)].map(([, span]) => span).join('')
      + [...text].filter(character => !isLatin(character)).join('')
  const first = visible(spans).filter(isHan)
  // Who is faster than the rest: what the next slide shows, with all words that both slides need.
  const next = isChinese ? visible(await nextText(slides[1]!, edition)).filter(isHan).filter(character => !first.includes(character)) : []
  const early = new Set([...first, ...next])
  const han = (face: Face, text: string) => [
    fontFile(face, 'others', 'chinese-simplified', visible(text).filter(character => isHan(character) && !early.has(character))),
    // Those of both faces have the same: the rule of the second one repeats that of the first, and so weighs nothing.
    fontFile(face, 'second-slide', 'chinese-simplified', next),
    // Its rule must come after that of the others.
    fontFile(face, 'first-slide', 'chinese-simplified', first),
  ]
  const chinese = [
    ...han(HAN_SANS, shown + notes + [...early].join('')),
    ...isChinese ? han(HAN_SERIF, await serifText(slides, edition)) : [],
  ]
  return [...latin.flat(), ...chinese].filter(({ characters }) => characters)
}

/**
 * Cuts the faces down to the characters that an edition uses, and writes the rules that its styles import: the first slide leaves most of
 * the Chinese for later.
 * @throws when a font package is not installed
 */
export async function writeFonts(edition: Edition): Promise<void> {
  await cutFonts(fontFolder(edition), await fontFiles(edition), [...LATIN, HAN_SANS, HAN_SERIF].map(({ name }) => name))
}
