import type { DataModules } from '../../checks/data-modules'
import type { DataSources } from '../../checks/sources'
import { problemText } from '../../addon/lib/problem'
import { dataSources } from '../../checks/sources'
import { dataProblems } from '../../checks/validate-data'
import { yearMonth, yearMonthDay } from '../../data/dates'

type Path = readonly PropertyKey[]
type Container = Record<PropertyKey, unknown>

const at = (value: unknown, path: Path) => path.reduce<unknown>((inner, key) => (inner as Container)[key], value)

/** A copy in which a value is another, wherever it is referred to. */
export function copyWith(value: unknown, from: unknown, to: unknown, copies = new Map<unknown, unknown>()): unknown {
  if (value === from)
    return to
  if (typeof value !== 'object' || value === null || value instanceof Map)
    return value
  if (!copies.has(value)) {
    const copy: Container = (Array.isArray(value) ? [] : {}) as Container
    copies.set(value, copy)
    for (const [key, inner] of Object.entries(value)) copy[key] = copyWith(inner, from, to, copies)
  }
  return copies.get(value)
}

/**
 * The deck's data with one value changed in every place that shows it, as if its file had been edited; what is worked out from it stays.
 * @param file such as `data/headcount.ts`
 * @param path exported name, then fields
 * @param value undefined removes the field
 */
export function changedModules(
  file: string,
  path: Path,
  value: unknown,
  modules: DataModules = dataSources.modules,
): DataModules {
  const exports = modules[file]!
  if (path.length === 1) {
    const before = exports[String(path[0])]
    return copyWith(modules, before, value) as DataModules
  }
  const owner = at(exports, path.slice(0, -1)) as Container
  const key = path.at(-1)!
  const changed: Container = Array.isArray(owner) ? ([...owner] as unknown as Container) : { ...owner }
  changed[key] = value
  if (value === undefined)
    delete changed[key]
  return copyWith(modules, owner, changed) as DataModules
}

/** Numbers and dates that were the article's once. Slips are tried on them, so that today's may be others. */
const KNOWN: Readonly<Record<string, { readonly value: unknown, readonly bound: string, readonly printed: string }>> = {
  'published-on': { value: yearMonthDay(2019, 1, 28), bound: 'exact', printed: '2019-01-28' },
  'reposted-on': { value: yearMonthDay(2019, 1, 31), bound: 'exact', printed: '2019年01月31日' },
  'months-since-li-left': { value: 5, bound: 'exact', printed: '5个月' },
  'vision-since': { value: 1992, bound: 'exact', printed: '1992年' },
  'lab-founded': { value: 2001, bound: 'exact', printed: '2001年' },
  'pioneering-labs': { value: 10, bound: 'exact', printed: '十大' },
  'deepid-published': { value: 2014, bound: 'exact', printed: '2014年' },
  'headcount-year': { value: 2014, bound: 'exact', printed: '2014年' },
  'headcount-start': { value: 22, bound: 'exact', printed: '22名' },
  'headcount-now': { value: 2000, bound: 'more-than', printed: '2000多名' },
  'span-over-four-years': { value: 4, bound: 'more-than', printed: '四年多' },
  'span-four-years': { value: 4, bound: 'exact', printed: '四年' },
  'doctoral-researchers': { value: 150, bound: 'more-than', printed: '150 多位' },
  'doctoral-team': { value: 150, bound: 'more-than', printed: '150多人' },
  'papers-total': { value: 400, bound: 'more-than', printed: '400多篇' },
  'cvpr-papers': { value: 44, bound: 'exact', printed: '44篇' },
  'cvpr-year': { value: 2018, bound: 'exact', printed: 'CVPR 2018' },
  'eccv-papers': { value: 37, bound: 'exact', printed: '37篇' },
  'eccv-year': { value: 2018, bound: 'exact', printed: 'ECCV2018' },
  'gpus': { value: 10000, bound: 'more-than', printed: '超过万块' },
  'training-elsewhere': { value: 1, bound: 'more-than', printed: '一个多月' },
  'training-here': { value: [1, 2], bound: 'exact', printed: '一、两天' },
  'first-office': { value: 1, bound: 'exact', printed: '一间' },
  'mechanism-count': { value: 4, bound: 'exact', printed: '四大方面' },
  'competition-teams': { value: 400, bound: 'more-than', printed: '超过400支' },
  'competition-year': { value: 2018, bound: 'exact', printed: '2018' },
  'alliance-universities': { value: 15, bound: 'exact', printed: '15所' },
  'alliance-founded': { value: yearMonth(2018, 9), bound: 'exact', printed: '2018年9月' },
  'beijing-fund': { value: yearMonth(2017, 5), bound: 'exact', printed: '2017年5月' },
  'young-fund': { value: yearMonth(2018, 7), bound: 'exact', printed: '2018年7月' },
  'beijing-station': { value: yearMonth(2018, 9), bound: 'exact', printed: '2018年9月' },
  'shenzhen-base': { value: yearMonth(2018, 12), bound: 'exact', printed: '2018年12月' },
  'textbook-received': { value: [yearMonth(2018, 5), yearMonth(2018, 9)], bound: 'about', printed: '去年年中' },
  'interview-shown': { value: [yearMonth(2018, 5), yearMonth(2018, 9)], bound: 'about', printed: '去年年中' },
}

/** The deck's data with {@link KNOWN} numbers in the place of today's. */
const knownModules = Object.entries(dataSources.modules)
  .flatMap(([file, exports]) => Object.keys(exports).map(name => [file, name] as const))
  .reduce((modules, [file, name]) => {
    const record = modules[file]![name] as { readonly id?: string, readonly printed?: string } | null | undefined
    return record?.printed !== undefined && record.id! in KNOWN
      ? changedModules(file, [name], { ...record, ...KNOWN[record.id!] }, modules)
      : modules
  }, dataSources.modules)

/** What the check says of known data with one or more values changed, a sentence each. */
export function problemsAfter(
  changes: readonly (readonly [file: string, path: Path, value: unknown])[],
  sources: Partial<DataSources> = {},
): string[] {
  const modules = changes.reduce((modules, change) => changedModules(...change, modules), knownModules)
  return dataProblems({ ...sources, modules }).map(problemText)
}
