import type { Setting, SettingOptions } from './setting-in-page'
import { figures, source } from '../../data'
import { spaceChinese } from '../../figures/text'
import { fontFiles } from '../../theme/fonts'
import { edition } from './deck'
import { settingOf } from './setting-in-page'

/** Every character that the edition's faces have. */
const faces = fontFiles(edition).then(files => new Set(files.map(({ characters }) => characters).join('')))

/** The article's own words, which keep their form, longest first. */
const AS_PRINTED = [...figures.map(({ printed }) => printed), source.title, source.author].toSorted(
  (one, other) => other.length - one.length,
)

/** A page of whichever browser. */
interface Evaluates { evaluate: (fn: (options: SettingOptions) => Setting, options: SettingOptions) => Promise<Setting> }

/** What is wrong with how the shown slide is set: glyphs that the deck's faces lack, bad breaks, slanted ideographs, missing spaces. */
export async function badSetting(page: Evaluates): Promise<string[]> {
  const characters = await faces
  const { text, badStarts, broken, slanted, stuck } = await page.evaluate(settingOf, { language: edition.language })
  const own = edition.language.startsWith('zh')
    ? text.split('\n').map(line => AS_PRINTED.reduce((rest, printed) => rest.replaceAll(printed, '、'), line))
    : []
  return [
    ...[...new Set(text)].filter(character => character >= ' ' && !characters.has(character)).map(glyph => `no face has the glyph "${glyph}"`),
    ...badStarts.map(line => `a line begins with a stop: ${line}`),
    ...broken.map(line => `a line begins within a word: ${line}`),
    ...stuck.map(line => `no break after a stop in WebKit: ${line}`),
    ...slanted.map(line => `slanted ideographs: ${line}`),
    ...own.filter(line => spaceChinese(line) !== line).map(line => `Chinese and Latin without a space: ${line}`),
  ]
}
