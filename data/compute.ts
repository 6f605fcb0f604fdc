import type { Assumption, Quantity, Statement } from './types'

export const gpus = {
  id: 'gpus',
  value: 10000,
  bound: 'more-than',
  unit: 'gpus',
  printed: '超过万块',
  section: 'tools',
  paragraph: 32,
  claimedBy: 'article',
} as const satisfies Quantity

/** What training "may" take in other companies: hypothetical, with no model and no hardware named. */
export const trainingElsewhere = {
  id: 'training-elsewhere',
  value: 1,
  bound: 'more-than',
  unit: 'months',
  printed: '一个多月',
  section: 'tools',
  paragraph: 33,
  claimedBy: 'article',
} as const satisfies Quantity

export const trainingHere = {
  id: 'training-here',
  value: [1, 2],
  bound: 'exact',
  unit: 'days',
  printed: '一、两天',
  section: 'tools',
  paragraph: 33,
  claimedBy: 'article',
} as const satisfies Quantity

/** Ours, not the article's: it lets a month and a day share one axis. */
export const daysPerMonth = {
  id: 'days-per-month',
  value: 30,
  bound: 'exact',
  unit: 'days',
} as const satisfies Assumption

/** An own platform means that upgrades wait for nobody. */
export const upgradesDependOnNobody = {
  id: 'upgrades-depend-on-nobody',
  section: 'tools',
  paragraph: [32, 33],
  claimedBy: 'article',
} as const satisfies Statement

export const compute = {
  platform: 'SenseParrots',
  gpus,
  training: { elsewhere: trainingElsewhere, here: trainingHere, daysPerMonth },
} as const

export const computeFigures = [gpus, trainingElsewhere, trainingHere] as const
export const assumptions = [daysPerMonth] as const
