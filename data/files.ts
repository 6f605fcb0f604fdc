/**
 * Datasets that the deck hands out as CSV, JSON and sheets of a workbook, by file name (`figures/data-rows.ts` has their rows). The first
 * ones hold the figures of the file of the same name in this folder, each figure in one of them; the last one what records have several of.
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
  'checked-claims',
  'other-figures',
  'other-sources',
  'lists',
] as const

export type DataFileName = (typeof dataFileNames)[number]
/** A dataset with records of its own. */
export type RecordFileName = Exclude<DataFileName, 'lists'>

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
  'decimal_year',
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
  'size_bound',
  'fields',
  'latitude',
  'longitude',
  'coordinates_from',
  'column',
  'item',
  'base',
  'others',
  'verdict',
  'who',
  'address',
  'read',
  'source',
  'section',
  'paragraph',
  'claimed_by',
] as const

export type DataColumn = (typeof dataColumns)[number]

/** Columns of which a record can have several: a row of `lists` for each. Of paragraphs the first one also stands with its record. */
export const listColumns = ['paragraph', 'follows_from', 'actor', 'members', 'fields'] as const satisfies readonly DataColumn[]

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
  'base',
  'others',
  'verdict',
  'who',
  'address',
  'read',
  'source',
  'claimed_by',
  'place',
] as const satisfies readonly (DataColumn | 'place')[]

export type ReadingColumn = (typeof readingColumns)[number]

/** Why the article names an organisation: column `role`. */
export const organisationRoles = ['example', 'university', 'compared', 'partner', 'organiser', 'entrant', 'member'] as const
export type OrganisationRole = (typeof organisationRoles)[number]
