import type { DateFigure, Quantity, Statement } from './types'

export const visionSince = {
  id: 'vision-since',
  value: 1992,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: '1992年',
  section: 'origin',
  paragraph: 18,
  claimedBy: 'article',
} as const satisfies DateFigure

export const labFounded = {
  id: 'lab-founded',
  value: 2001,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: '2001年',
  section: 'origin',
  paragraph: 18,
  claimedBy: 'article',
} as const satisfies DateFigure

/** Size of the ranking that counts the laboratory in; the article does not say whose ranking. */
export const pioneeringLabs = {
  id: 'pioneering-labs',
  value: 10,
  bound: 'exact',
  unit: 'laboratories',
  printed: '十大',
  section: 'origin',
  paragraph: 18,
  claimedBy: 'unnamed-ranking',
} as const satisfies Quantity

export const deepidPublished = {
  id: 'deepid-published',
  value: 2014,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: '2014年',
  section: 'origin',
  paragraph: 21,
  claimedBy: 'article',
} as const satisfies DateFigure

/** Regard for scholarship lowers researchers' resistance to industry, so that results transfer more easily. */
export const lowersResistance = {
  id: 'lowers-resistance',
  section: 'origin',
  paragraph: 24,
  claimedBy: 'article',
} as const satisfies Statement

/** Bacon, as the author quotes him: philosophy stayed barren for want of a new method. */
export const newMethod = {
  id: 'new-method',
  section: 'tools',
  paragraph: 26,
  claimedBy: 'article',
} as const satisfies Statement

/** Usual firms start from existing users' needs; this one from frontier research. */
export const researchFirst = {
  id: 'research-first',
  section: 'tools',
  paragraph: [28, 29],
  claimedBy: 'article',
} as const satisfies Statement

/** Tang Xiao'ou's path, and that of the laboratory that he founded. */
export const laboratory = {
  founder: 'tang-xiaoou',
  founderZh: '汤晓鸥',
  university: 'cuhk',
  steps: [visionSince, labFounded, deepidPublished],
} as const

export const laboratoryFigures = [visionSince, labFounded, pioneeringLabs, deepidPublished] as const
