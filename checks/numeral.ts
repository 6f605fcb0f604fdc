/**
 * Reads one plain numeral, Arabic, Chinese or both mixed: `2000`, `三千六百`, `两万五`, `1万2千`, `3.6万`, `二〇一八`.
 * The libraries that we tried (nzh, chinese-numbers-converter) read what they don't know as nought or drop it;
 * a check has to know that it can't read.
 */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  兩: 2,
  俩: 2,
  贰: 2,
  三: 3,
  仨: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
const VARIANTS: Readonly<Record<string, string>> = { 拾: '十', 佰: '百', 仟: '千', 萬: '万', 億: '亿', 廿: '二十', 卅: '三十' }

/** A character class of all that a numeral may consist of. */
export const NUMERAL = `\\d.点${Object.keys({ ...DIGITS, ...SCALES, ...VARIANTS }).join('')}`

const digit = `[${Object.keys(DIGITS).join('')}]`
const COEFFICIENT = new RegExp(`^(?:\\d+(?:\\.\\d+)?|${digit}(?:点${digit}+)?)$`)
const BELOW_TEN_THOUSAND = /^(?:([^千百十]*)千)?(?:([^千百十]*)百)?(?:([^千百十]*)十)?([^千百十]*)$/

/** Without what floating point adds to 1.1 × 10,000. */
const rounded = (value: number) => Number(value.toFixed(6))

/** A number in front of a scale, or on its own: digits, or one Chinese digit with decimals. */
function coefficient(text: string): number | undefined {
  if (!COEFFICIENT.test(text))
    return undefined
  return Number(Array.from(text, character => (character === '点' ? '.' : (DIGITS[character] ?? character))).join(''))
}

/**
 * Below ten thousand. A single digit after a scale counts a tenth of it: 三千六 is 3,600.
 * @param text without 万 and 亿
 * @param before the scale that stands before the text, if any
 */
function readSmall(text: string, before?: number): number | undefined {
  const match = BELOW_TEN_THOUSAND.exec(text)
  if (!match)
    return undefined
  let total = 0
  let lastScale = before
  for (const [index, scale] of [1000, 100, 10].entries()) {
    const part = match[index + 1]
    if (part === undefined)
      continue
    const isBare = part === '' && (lastScale === undefined || scale === 10)
    const times = isBare ? 1 : coefficient(part.replace(/^零(?=.)/, ''))
    if (times === undefined || (times >= 10 && lastScale !== undefined))
      return undefined
    total += times * scale
    lastScale = scale
  }
  const rest = match[4]!
  if (rest === '')
    return total
  const ones = coefficient(rest.replace(/^[零〇](?=.)/, ''))
  if (ones === undefined || (lastScale !== undefined && ones >= lastScale))
    return undefined
  const isTenth = lastScale !== undefined && lastScale >= 100 && rest.length === 1
  return total + (isTenth ? (ones * lastScale!) / 10 : ones)
}

/**
 * The value of a numeral; undefined where the text is anything else, or more than one numeral.
 * @param text without spaces, commas and full-width digits
 */
export function readNumeral(text: string): number | undefined {
  const plain = Array.from(text, character => VARIANTS[character] ?? character).join('')
  if (/^[零〇一二三四五六七八九]{4}$/.test(plain))
    return Number(Array.from(plain, character => DIGITS[character]).join(''))
  let rest = plain
  let total = 0
  let lastScale: number | undefined
  for (const scale of ['亿', '万']) {
    const at = rest.lastIndexOf(scale)
    if (at < 0)
      continue
    const head = rest.slice(0, at)
    const isBare = head === '' && lastScale === undefined
    const times = isBare ? 1 : scale === '亿' && head.includes('万') ? readNumeral(head) : readSmall(head.replace(/^零(?=.)/, ''))
    if (times === undefined)
      return undefined
    total += times * SCALES[scale]!
    lastScale = SCALES[scale]
    rest = rest.slice(at + 1)
  }
  if (rest === '')
    return lastScale === undefined ? undefined : rounded(total)
  const small = readSmall(rest, lastScale)
  return small === undefined ? undefined : rounded(total + small)
}
