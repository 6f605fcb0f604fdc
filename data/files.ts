/**
 * Datasets that the deck hands out as CSV and JSON, by file name (`figures/data-files.ts` has their rows). The first ones hold
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

/** Columns of the tables on the reading page, in their order: those that say something to a reader. `place` joins section and paragraph. */
export const readingColumns = [
  'what',
  'of',
  'principle',
  'role',
  'actor',
  'from',
  'to',
  'formatted',
  'bound',
  'members',
  'size',
  'date',
  'fields',
  'latitude',
  'longitude',
  'follows_from',
  'name_zh',
  'printed',
  'claimed_by',
  'place',
] as const satisfies readonly (DataColumn | 'place')[]

export type ReadingColumn = (typeof readingColumns)[number]

/** Why the article names an organisation: column `role`. */
export const organisationRoles = ['example', 'university', 'compared', 'partner', 'organiser', 'entrant', 'member'] as const
export type OrganisationRole = (typeof organisationRoles)[number]
