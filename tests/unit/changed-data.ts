import type { DataModules } from '../../lib/checks/data-modules'
import type { DataSources } from '../../lib/validate-data'
import { problemText } from '../../lib/problem'
import { dataProblems, dataSources } from '../../lib/validate-data'

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
    for (const [key, inner] of Object.entries(value))
      copy[key] = copyWith(inner, from, to, copies)
  }
  return copies.get(value)
}

/**
 * The deck's data with one value changed in every place that shows it, as if its file had been edited; what is worked out from it stays.
 * @param file such as `data/headcount.ts`
 * @param path exported name, then fields
 * @param value undefined removes the field
 */
export function changedModules(file: string, path: Path, value: unknown, modules: DataModules = dataSources.modules): DataModules {
  const exports = modules[file]!
  if (path.length === 1) {
    const before = exports[String(path[0])]
    return copyWith(modules, before, value) as DataModules
  }
  const owner = at(exports, path.slice(0, -1)) as Container
  const key = path.at(-1)!
  const changed: Container = Array.isArray(owner) ? [...owner] as unknown as Container : { ...owner }
  changed[key] = value
  if (value === undefined)
    delete changed[key]
  return copyWith(modules, owner, changed) as DataModules
}

/** What the check says of the data with one or more values changed, a sentence each. */
export function problemsAfter(changes: readonly (readonly [file: string, path: Path, value: unknown])[], sources: Partial<DataSources> = {}): string[] {
  const modules = changes.reduce((modules, change) => changedModules(...change, modules), dataSources.modules)
  return dataProblems({ ...sources, modules }).map(problemText)
}
