/**
 * Datasets that the deck hands out as CSV and JSON, by file name (`lib/data-files.ts` has their rows). The first ones hold
 * the figures of the file of the same name in this folder, each figure in one of them.
 */
export const dataFileNames = [
  'source',
  'precedents',
  'laboratory',
  'headcount',
  'researchers',
  'papers',
  'compute',
  'offices',
  'mechanisms',
  'timeline',
  'derived',
  'flows',
  'precedent-flows',
  'policy-texts',
  'talent-mechanisms',
  'organisations',
  'alliances',
  'cities',
  'events',
  'all-figures',
] as const

export type DataFileName = (typeof dataFileNames)[number]

/** Columns of the data files; `locales/` says what each holds. */
export const dataColumns = [
  'id',
  'dataset',
  'what',
  'name_zh',
  'value',
  'low',
  'high',
  'bound',
  'unit',
  'date',
  'precision',
  'formatted',
  'printed',
  'follows_from',
  'from',
  'to',
  'facet',
  'actor',
  'role',
  'of',
  'principle',
  'members',
  'size',
  'fields',
  'latitude',
  'longitude',
  'coordinates_from',
  'section',
  'paragraph',
  'claimed_by',
] as const

export type DataColumn = (typeof dataColumns)[number]
