import type { Page } from 'playwright-core'
import type { PageFace } from './page-faces'
import { Buffer } from 'node:buffer'
import { convert } from 'fontverter'
import * as hb from 'harfbuzzjs'
import { apart } from './contours'
import { pageFaces } from './page-faces'

/** Words on one line, in one style. */
export interface Run {
  words: string
  /** Where its baseline begins. */
  x: number
  y: number
  /** Where each character begins in the browser, from `x`, by its place in the string; and where the last one ends. */
  stops: readonly number[]
  families: readonly string[]
  size: number
  weight: number
  italic: boolean
  letterSpacing: number
  /** Of OpenType, such as `tnum`. */
  features: readonly string[]
}

interface LoadedFace extends PageFace {
  font: () => Promise<hb.Font>
}

/** Punctuation as wide as an ideograph, of which browsers cut the empty half beside other punctuation; of these the one before the mark. */
const FULL_WIDTH = /[\u2018-\u201D\u3000-\u301F\uFF00-\uFF5E]/
const OPENING = /[\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF08\uFF3B\uFF5B]/

/** Tangent of the angle at which browsers slant an upright face. */
const SLANT = 0.25
/** Pixels by which a glyph may be further from the next one than in its face: browsers round them. More is another face, or a feature. */
const ROUNDED = 0.6

const covers = ({ ranges }: PageFace, code: number) => ranges.length === 0 || ranges.some(([from, to]) => code >= from && code <= to)
const distance = ({ weight: [from, to] }: PageFace, wanted: number) => Math.max(0, from - wanted, wanted - to)
/** To a hundredth of a pixel, without a zero too many. */
const rounded = (length: number) => String(Math.round(length * 100) / 100)

/** Turns words into the outlines of their glyphs, with the faces of a page. */
export class Outliner {
  private readonly faces: readonly LoadedFace[]

  /**
   * @param faces those of the page
   * @param load answers the bytes of a face
   */
  constructor(faces: readonly PageFace[], load: (url: string) => Promise<Uint8Array>) {
    this.faces = faces.map((face) => {
      let font: Promise<hb.Font> | undefined
      const open = async () => new hb.Font(new hb.Face(new hb.Blob(await convert(Buffer.from(await load(face.url)), 'sfnt'))))
      return { ...face, font: () => font ??= open() }
    })
  }

  /** The face in which a browser draws a character; undefined where none of the page has it. */
  private async faceFor(code: number, { families, weight }: Run): Promise<LoadedFace | undefined> {
    for (const family of families) {
      const ofFamily = this.faces.filter(face => face.family === family && covers(face, code))
      const nearest = Math.min(...ofFamily.map(face => distance(face, weight)))
      for (const face of ofFamily.filter(face => distance(face, weight) === nearest)) {
        if ((await face.font()).nominalGlyph(code))
          return face
      }
    }
    return undefined
  }

  /**
   * The outlines of a run, as the data of SVG paths: of one, and of more where strokes of a glyph lie over each other.
   * @returns undefined where a character is in no face of the page
   * @throws where the outlines would be another length than the words are in the browser
   */
  async outline(run: Run): Promise<string[] | undefined> {
    const pieces: { face: LoadedFace, words: string, from: number }[] = []
    let from = 0
    for (const character of run.words) {
      const face = await this.faceFor(character.codePointAt(0)!, run)
      if (!face)
        return undefined
      const last = pieces.at(-1)
      if (last?.face === face)
        last.words += character
      else
        pieces.push({ face, words: character, from })
      from += character.length
    }
    const paths: string[] = []
    for (const piece of pieces) {
      for (const glyph of shapeOf(run, piece.words, piece.from, await piece.face.font()))
        glyph.forEach((part, layer) => paths[layer] = (paths[layer] ?? '') + part)
    }
    return paths.filter(Boolean)
  }
}

/** The outlines of a part of a run in one face, each glyph where the browser has its character, in parts that lie over each other. */
function shapeOf(run: Run, part: string, from: number, font: hb.Font): string[][] {
  const { words, x, y, stops, size, italic, letterSpacing, features } = run
  const scale = size / font.face.upem
  const buffer = new hb.Buffer()
  buffer.addText(part)
  buffer.guessSegmentProperties()
  // As browsers do: letters that are spaced do not join.
  const off = letterSpacing === 0 ? [] : ['liga', 'clig']
  hb.shape(font, buffer, [...features.map(tag => new hb.Feature(tag, 1)), ...off.map(tag => new hb.Feature(tag, 0))])
  const positions = buffer.getGlyphPositions()
  const infos = buffer.getGlyphInfos()
  let [cluster, within, missed] = [-1, 0, 0]
  const paths = infos.map(({ codepoint: glyph, cluster: own }, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index]!
    const [start, next] = [from + own, infos[index + 1]?.cluster === own ? undefined : from + (infos[index + 1]?.cluster ?? part.length)]
    within = own === cluster ? within : 0
    cluster = own
    const spare = next === undefined ? 0 : stops[next]! - stops[start]! - within - xAdvance * scale - letterSpacing
    const character = part[own]!
    const isCut = FULL_WIDTH.test(character) && spare < -ROUNDED
    // Between an ideograph and a letter browsers leave a blank.
    const isBeforeOther = next === from + part.length && next < words.length
    missed += isCut || isBeforeOther ? 0 : spare
    const left = x + stops[start]! + within + xOffset * scale + (isCut && OPENING.test(character) ? spare : 0)
    within += xAdvance * scale
    return apart(font.glyphToPath(glyph)).map(path => path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, across: string, up: string) => {
      const rise = (Number(up) + yOffset) * scale
      return `${rounded(left + Number(across) * scale + (italic ? SLANT * rise : 0))} ${rounded(y - rise)}`
    }))
  })
  if (Math.abs(missed) > ROUNDED * infos.length)
    throw new Error(`"${part}" of "${words}" is ${rounded(Math.abs(missed))} px ${missed > 0 ? 'shorter' : 'longer'} in its face`)
  return paths
}

/** For what stands on a page, with the faces that its style sheets declare. */
export async function outlinerOf(page: Page): Promise<Outliner> {
  return new Outliner(await page.evaluate(pageFaces), async url => (await page.request.get(url)).body())
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00A0' }
const unescaped = (text: string) => text.replace(/&#?\w+;/g, entity => ENTITIES[entity] ?? entity)

/** What a text of `drawSvg` says of its face, for `outlineSvg` alone. */
const OF_TYPE = /^(?:x|y|font-\S+|letter-spacing|textLength|lengthAdjust|xml:\S+|data-\S+|paint-order)$/

/**
 * Turns each text of a drawing of `drawSvg` into outlines, so that it looks the same without our fonts. What no face of the page has stays
 * text, each stretch at its place.
 */
export async function outlineSvg(svg: string, outliner: Outliner): Promise<string> {
  const parts: string[] = []
  let end = 0
  for (const match of svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)) {
    const attributes = new Map(Array.from(match[1]!.matchAll(/([\w:-]+)="([^"]*)"/g), ([, name, value]) => [name!, unescaped(value!)]))
    const number = (name: string) => Number.parseFloat(attributes.get(name) ?? '0') || 0
    const paths = await outliner.outline({
      words: unescaped(match[2]!),
      x: number('x'),
      y: number('y'),
      stops: (attributes.get('data-stops') ?? '').split(' ').map(Number),
      families: (attributes.get('font-family') ?? '').split(',').map(family => family.trim().replace(/["']/g, '')),
      size: number('font-size'),
      weight: number('font-weight') || 400,
      italic: attributes.get('font-style') === 'italic',
      letterSpacing: number('letter-spacing'),
      features: (attributes.get('data-features') ?? '').split(' ').filter(Boolean),
    })
    parts.push(svg.slice(end, match.index))
    end = match.index + match[0].length
    if (paths === undefined) {
      parts.push(match[0].replace(/ data-[\w-]+="[^"]*"/g, ''))
      continue
    }
    const paint = Array.from(match[1]!.matchAll(/([\w:-]+)="[^"]*"/g)).filter(([, name]) => !OF_TYPE.test(name!)).map(([whole]) => whole)
    const isHaloed = attributes.has('paint-order') && attributes.has('stroke')
    const fill = isHaloed ? paint.filter(attribute => !attribute.startsWith('stroke')) : paint
    // A stroke under its fill is a shape of its own: not every program knows the order of paint.
    parts.push(...isHaloed ? paths.map(path => `<path ${paint.join(' ')} d="${path}"/>`) : [])
    parts.push(...paths.map(path => `<path ${fill.join(' ')} d="${path}"/>`))
  }
  return parts.join('') + svg.slice(end)
}
