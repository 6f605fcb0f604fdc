/** What the files of `data/` export, by file: as the check of the data reads them. */
export type DataModules = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A file that could not even be run. */
export interface LoadFailure {
  readonly file: string
  readonly error: unknown
}

const loaders: Readonly<Record<string, () => Promise<object>>> = {
  'data/source.ts': () => import('../data/source'),
  'data/precedents.ts': () => import('../data/precedents'),
  'data/policy.ts': () => import('../data/policy'),
  'data/laboratory.ts': () => import('../data/laboratory'),
  'data/headcount.ts': () => import('../data/headcount'),
  'data/researchers.ts': () => import('../data/researchers'),
  'data/papers.ts': () => import('../data/papers'),
  'data/compute.ts': () => import('../data/compute'),
  'data/offices.ts': () => import('../data/offices'),
  'data/coordinates.ts': () => import('../data/coordinates'),
  'data/organisations.ts': () => import('../data/organisations'),
  'data/mechanisms.ts': () => import('../data/mechanisms'),
  'data/timeline.ts': () => import('../data/timeline'),
  'data/exchange.ts': () => import('../data/exchange'),
  'data/closing.ts': () => import('../data/closing'),
  'data/files.ts': () => import('../data/files'),
  'data/others.ts': () => import('../data/others'),
  'data/derived.ts': () => import('../data/derived'),
  'data/parts.ts': () => import('../data/parts'),
  'data/exhibits.ts': () => import('../data/exhibits'),
  'data/index.ts': () => import('../data'),
  'locales/editions.ts': () => import('../locales/editions'),
  'locales/records.ts': () => import('../locales/records'),
  'figures/data-rows.ts': () => import('../figures/data-rows'),
}

/**
 * Runs each file on its own: one that fails, because a record is missing what a sum needs, leaves the others to be checked.
 * @param from what runs a file, by its name
 */
export async function loadModules(
  from: typeof loaders = loaders,
): Promise<{ modules: DataModules, failures: readonly LoadFailure[] }> {
  const modules: Record<string, Readonly<Record<string, unknown>>> = {}
  const failures: LoadFailure[] = []
  for (const [file, load] of Object.entries(from)) {
    try {
      modules[file] = { ...(await load()) }
    }
    catch (error) {
      failures.push({ file, error })
    }
  }
  return { modules, failures }
}

/** What stands in the files now: read here, so that whoever imports the check can ask it at once, and need not catch what a file throws. */
// eslint-disable-next-line antfu/no-top-level-await
export const loaded = await loadModules()
