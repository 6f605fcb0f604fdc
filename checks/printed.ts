import type { Bound, Unit } from '../data/types'
import { sideOf } from '../data/bounds'
import { NUMERAL, readNumeral } from './numeral'

/** What a number of the article says, read out of its Chinese. */
export interface PrintedNumber {
  readonly value: number | readonly [low: number, high: number]
  /** Another value that says the same: "数十" is tens, or twenty at least. */
  readonly orValue?: number
  /** How it binds. Two where a hedge can be meant in two ways: 来 is "and some", or "or so". */
  readonly bounds: readonly Bound[]
  /** What its measure word or noun counts; undefined where it has neither, or one that fits everything. */
  readonly units?: readonly Unit[]
}

type Counted = Exclude<Unit, 'date'>

/**
 * How the article counts: measure words, and nouns for where a number has none or one that fits everything (个, 大).
 * A new unit goes here, too.
 */
export const measureWords: Readonly<
  Record<Counted, { readonly measures: readonly string[], readonly nouns: readonly string[] }>
> = {
  people: { measures: ['名', '人', '位', '员', '口'], nouns: ['员工', '人员', '研究员', '博士', '学生', '学者', '职工', '人才'] },
  papers: { measures: ['篇'], nouns: ['论文', '文章', 'Paper', 'paper'] },
  gpus: { measures: ['块', '张', '颗', '枚', '片'], nouns: ['GPU', '显卡', '图形处理器'] },
  laboratories: { measures: ['家', '间', '所', '座'], nouns: ['实验室', '人工智能先锋实验室', '先锋实验室'] },
  offices: { measures: ['间', '处', '座', '家'], nouns: ['办公室', '小办公室', '办事处'] },
  cities: { measures: ['座'], nouns: ['城市', '城'] },
  universities: { measures: ['所', '家'], nouns: ['高校', '大学', '院校', '学校'] },
  teams: { measures: ['支', '队'], nouns: ['队伍', '团队', '参赛队'] },
  mechanisms: { measures: ['项', '种', '套', '条', '类'], nouns: ['方面', '机制', '举措'] },
  days: { measures: ['天', '日'], nouns: [] },
  months: { measures: ['个月'], nouns: [] },
  years: { measures: ['年', '载', '周年'], nouns: [] },
  times: { measures: ['倍'], nouns: [] },
  percent: { measures: ['%', '％'], nouns: [] },
}

/** Measure words that fit everything that is counted. */
const GENERAL = ['个', '大', '强', '届', '次']
const durations: readonly Counted[] = ['days', 'months', 'years', 'times', 'percent']
const units = Object.keys(measureWords) as Counted[]

const longestFirst = (words: readonly string[]) => [...new Set(words)].sort((a, b) => b.length - a.length)
const anyOf = (words: readonly string[]) => longestFirst(words).join('|')

const allNouns = anyOf(units.flatMap(unit => measureWords[unit].nouns))
const allMeasures = anyOf([...units.flatMap(unit => measureWords[unit].measures), ...GENERAL])

/** What stands before a number and says how it binds, or nothing. */
const BEFORE: readonly (readonly [words: readonly string[], bounds: readonly Bound[]])[] = [
  [
    ['不超过', '不多于', '不高于', '不大于', '至多', '最多', '顶多'],
    ['at-most'],
  ],
  [
    ['不到', '不足', '少于', '低于', '小于', '未满', '未到', '不满'],
    ['less-than'],
  ],
  [
    ['至少', '起码', '最少', '不少于', '不低于', '不下于', '不下', '不小于'],
    ['at-least'],
  ],
  [
    ['超过', '超出', '超', '逾', '不止', '多于', '大于', '高于', '突破', '过', '破'],
    ['more-than'],
  ],
  [['上', '好'], ['at-least', 'more-than']],
  [['大约', '大概', '约莫', '约为', '约有', '约', '近乎', '将近', '接近', '近', '差不多', '~', '≈'], ['about']],
  [
    [
      '正好',
      '刚好',
      '整整',
      '总共',
      '一共',
      '共计',
      '共有',
      '共',
      '合计',
      '总计',
      '累计',
      '已有',
      '已',
      '有',
      '达到',
      '达',
      '多达',
      '高达',
      '仅有',
      '仅',
      '只有',
      '为',
      '全球',
      '全国',
      '第(?=[^名位]+届)',
    ],
    [],
  ],
]

/** What stands after a number, its measure word or its noun. */
const AFTER: readonly (readonly [words: readonly string[], bounds: readonly Bound[]])[] = [
  [['及以上', '以上', '之上'], ['at-least']],
  [['开外', '有余', '不止', '多', '余', '几'], ['more-than']],
  [['+'], ['at-least', 'more-than']],
  [['及以下', '以下', '之下', '以内', '之内', '内'], ['at-most']],
  [['左右', '上下', '前后', '许'], ['about']],
  [['来'], ['at-least', 'more-than', 'about']],
  [['整'], []],
]

/** A text that is read from its start. */
class Reader {
  private rest: string

  constructor(text: string) {
    this.rest = text
  }

  /** What the pattern finds at the start, which is then behind. */
  take(pattern: string): RegExpExecArray | undefined {
    const match = new RegExp(`^(?:${pattern})`).exec(this.rest)
    if (!match)
      return undefined
    this.rest = this.rest.slice(match[0].length)
    return match
  }

  get left(): string {
    return this.rest
  }
}

/** Hedges that were met; they have to agree. */
class Hedges {
  private found: (readonly Bound[])[] = []

  add(bounds: readonly Bound[]): void {
    if (bounds.length)
      this.found.push(bounds)
  }

  /** What all of them can mean; nothing where they contradict each other, and either where they differ in the number itself: 超过…以上. */
  get bounds(): readonly Bound[] {
    const [first = ['exact'], ...others] = this.found as readonly (readonly Bound[])[]
    const shared = first.filter(bound => others.every(other => other.includes(bound)))
    const all = [...new Set(this.found.flat())]
    return shared.length === 0 && new Set(all.map(sideOf)).size === 1 ? all : shared
  }
}

/** Takes every hedge of a table that comes next. */
function takeHedges(reader: Reader, table: typeof BEFORE, hedges: Hedges): void {
  const words = anyOf(table.flatMap(([words]) => words).map(word => (word === '+' ? '\\+' : word)))
  for (let match = reader.take(words); match; match = reader.take(words))
    hedges.add(table.find(([words]) => words.includes(match![0]))?.[1] ?? [])
}

/** Without spaces, grouping commas and full-width characters. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<=\d)[,'](?=\d{3}(?!\d))/g, '')
}

const SEPARATOR = '到|至|[-–—~〜]+'
const ONE = `[${NUMERAL}]+`
const NEIGHBOURS = '(?:(?<first>[一二两三四五六七八九])、?(?<second>[二两三四五六七八九])|(?<one>\\d+)、(?<two>\\d+))'

interface Core {
  readonly value: PrintedNumber['value']
  readonly orValue?: number
}

/** "三四十", "一、两", "十五六": two neighbouring digits, or 三五, are a range, between what stands before and after both. */
function takeNeighbours(reader: Reader): Core | undefined {
  const match = new RegExp(`^(?<before>[${NUMERAL}]*?[十百千万])?${NEIGHBOURS}(?<scale>[十百千万亿]*)(?![${NUMERAL}])`).exec(
    reader.left,
  )
  if (!match)
    return undefined
  const { before = '', scale = '', first = match.groups!.one!, second = match.groups!.two! } = match.groups!
  const step = readNumeral(second)! - readNumeral(first)!
  const [low, high] = [readNumeral(`${before}${first}${scale}`), readNumeral(`${before}${second}${scale}`)]
  if ((step !== 1 && first + second !== '三五') || low === undefined || high === undefined || high <= low)
    return undefined
  reader.take(match[0])
  return { value: [low, high] }
}

/** "3到5", "3~5万", "3天至5天". */
function takeRange(reader: Reader): Core | undefined {
  const match = new RegExp(`^(${ONE})(?<measure>${allMeasures})?(?:${SEPARATOR})(${ONE})`).exec(reader.left)
  if (!match)
    return undefined
  const [first, second] = [match[1]!, match[3]!]
  const scale = /[万亿]+$/.exec(second)?.[0] ?? ''
  const mantissa = readNumeral(second.slice(0, second.length - scale.length || undefined))
  const high = readNumeral(second)
  const plain = readNumeral(first)
  if (plain === undefined || high === undefined)
    return undefined
  // In 3到5万 both are counted in 万, in 3000到1万 only the second is.
  const low = mantissa !== undefined && plain < mantissa ? readNumeral(first + scale) : plain
  reader.take(match[0].replace(/[.*+?]/g, '\\$&'))
  return low === undefined ? undefined : { value: [low, high] }
}

/** The number itself, with 多, 余, 几, 来 where they stand inside of it ("十多万"), and 半 where it is the number. */
function takeCore(reader: Reader, hedges: Hedges): Core | undefined {
  if (reader.take('首(?=[届次批个家支座所间项])'))
    return { value: 1 }
  if (reader.take('半'))
    return { value: 0.5 }
  const several = reader.take('[数几]([十百千万亿]+)')
  if (several) {
    hedges.add(['at-least', 'more-than'])
    const value = readNumeral(several[1]!)!
    return { value: value * 2, orValue: value }
  }
  const range = takeNeighbours(reader) ?? takeRange(reader)
  if (range)
    return range
  const numeral = reader.take(ONE)?.[0]
  // 一百几十 is a hundred and some.
  if (numeral && reader.take('几[十百千]'))
    hedges.add(['more-than'])
  const inside = numeral && reader.take('([多余几来+])([万亿]+)')
  if (inside)
    takeHedges(new Reader(inside[1]!), AFTER, hedges)
  const value = numeral && readNumeral(numeral)
  const scale = inside ? readNumeral(inside[2]!) : 1
  return value === undefined || value === '' || scale === undefined ? undefined : { value: value * scale }
}

/** The measure word, with 多 or 半 inside it ("个多月", "个半月"), and how much a half adds. */
function takeMeasure(reader: Reader, hedges: Hedges): { units?: readonly Unit[], half: number } | undefined {
  const month = reader.take('个([多余来半]*)月')
  if (month) {
    const [inside] = [new Reader(month[1]!.replace('半', ''))]
    takeHedges(inside, AFTER, hedges)
    return { units: ['months'], half: month[1]!.includes('半') ? 0.5 : 0 }
  }
  const measure = reader.take(allMeasures)?.[0]
  if (measure === undefined)
    return undefined
  const half = reader.take('半') ? 0.5 : 0
  const counting = units.filter(unit => measureWords[unit].measures.includes(measure))
  return { half, units: GENERAL.includes(measure) ? units.filter(unit => !durations.includes(unit)) : counting }
}

/** What the noun counts; undefined for a noun that the deck does not know. */
function unitsOfNoun(noun: string): readonly Unit[] | undefined {
  const counting = units.filter(unit => measureWords[unit].nouns.includes(noun))
  return counting.length ? counting : undefined
}

/** Longer than a noun: not the figure alone. */
const LONGEST_NOUN = 8
/** No second number, and no hedge: 伍 and 陆 stand in nouns, too. */
const NOUN = /^[^\d〇零一二两三四五六七八九十百千万亿多余几数半、，。,]*$/

/** What one measure word and noun count together; undefined where the noun stands without a measure word and is not known. */
function countedUnits(measured: readonly Unit[] | undefined, noun: string): { readonly units?: readonly Unit[] } | undefined {
  const named = unitsOfNoun(noun)
  if (noun && !named && measured === undefined)
    return undefined
  const units = measured && named ? measured.filter(unit => named.includes(unit)) : (measured ?? named)
  return { units }
}

/** A noun and the hedges after it: "支队伍以上". */
function splitNoun(text: string, hedges: Hedges): string {
  const words = AFTER.flatMap(([words]) => words).filter(word => word.length > 1)
  const end = new RegExp(`(?:${anyOf(words)})+$`).exec(text)
  if (end)
    takeHedges(new Reader(end[0]), AFTER, hedges)
  return end ? text.slice(0, end.index) : text
}

/**
 * The number that a figure of the article states, with how it binds and what it counts.
 * @param text as the article prints it: "2000多名", "一、两天", "超过万块"
 * @returns undefined where the text is not one number, or its hedges contradict each other
 */
export function readPrinted(text: string): PrintedNumber | undefined {
  const reader = new Reader(plainText(text))
  const hedges = new Hedges()
  const subject = reader.take(allNouns)?.[0]
  takeHedges(reader, BEFORE, hedges)
  const core = takeCore(reader, hedges)
  if (!core)
    return undefined
  takeHedges(reader, AFTER, hedges)
  const measure = takeMeasure(reader, hedges)
  takeHedges(reader, AFTER, hedges)
  const noun = splitNoun(reader.left, hedges) || (subject ?? '')
  const counted = countedUnits(measure?.units, noun)
  if (!counted || noun.length > LONGEST_NOUN || !NOUN.test(noun) || hedges.bounds.length === 0)
    return undefined
  const { value, orValue } = core
  const half = measure?.half ?? 0
  return {
    value: typeof value === 'number' ? value + half : [value[0] + half, value[1] + half],
    orValue,
    bounds: hedges.bounds,
    units: counted.units,
  }
}
