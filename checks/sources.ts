import type { DataModules, LoadFailure } from './data-modules'
import { readdirSync, readFileSync } from 'node:fs'
import { loaded } from './data-modules'
import { readSource } from './source-line'

/** What the check looks at. Each part can be replaced, for tests. */
export interface DataSources {
  readonly modules: DataModules
  readonly failures: readonly LoadFailure[]
  /** Text of a file of the repository, for the line of a problem. */
  readonly read: (file: string) => string | undefined
  /** Components by name, as written. */
  readonly components: () => ReadonlyMap<string, string>
  /** Names of the files in `data/`. */
  readonly dataFiles: () => readonly string[]
}

/** What stands in the repository now. */
export const dataSources: DataSources = {
  ...loaded,
  read: readSource,
  components: () => {
    const folder = new URL('../components/', import.meta.url)
    return new Map(
      readdirSync(folder)
        .filter(file => file.endsWith('.vue'))
        .map(file => [file.slice(0, -4), readFileSync(new URL(file, folder), 'utf8')]),
    )
  },
  dataFiles: () => readdirSync(new URL('../data/', import.meta.url)).filter(file => file.endsWith('.ts')),
}
