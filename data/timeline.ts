import type { OrganisationId } from './organisations'
import type { Actor, DateFigure } from './types'
import { yearMonth } from './dates'
import { deepidPublished, labFounded, visionSince } from './laboratory'
import { allianceFounded, competitionYear } from './mechanisms'

export const beijingFund = {
  id: 'beijing-fund',
  value: yearMonth(2017, 5),
  bound: 'exact',
  unit: 'date',
  precision: 'month',
  printed: '2017年5月',
  section: 'people',
  paragraph: 52,
  claimedBy: 'article',
} as const satisfies DateFigure

export const youngFund = {
  id: 'young-fund',
  value: yearMonth(2018, 7),
  bound: 'exact',
  unit: 'date',
  precision: 'month',
  printed: '2018年7月',
  section: 'people',
  paragraph: 52,
  claimedBy: 'article',
} as const satisfies DateFigure

export const beijingStation = {
  id: 'beijing-station',
  value: yearMonth(2018, 9),
  bound: 'exact',
  unit: 'date',
  precision: 'month',
  printed: '2018年9月',
  section: 'people',
  paragraph: 55,
  claimedBy: 'article',
} as const satisfies DateFigure

export const shenzhenBase = {
  id: 'shenzhen-base',
  value: yearMonth(2018, 12),
  bound: 'exact',
  unit: 'date',
  precision: 'month',
  printed: '2018年12月',
  section: 'people',
  paragraph: 57,
  claimedBy: 'article',
} as const satisfies DateFigure

/** "The middle of last year": when the author was given the school book, not when it appeared. */
export const textbookReceived = {
  id: 'textbook-received',
  value: [yearMonth(2018, 5), yearMonth(2018, 9)],
  bound: 'about',
  unit: 'date',
  precision: 'mid-year',
  printed: '去年年中',
  section: 'closing',
  paragraph: 60,
  claimedBy: 'article',
} as const satisfies DateFigure

/** When Wu Xiaobo's interview with Xu Li was shown. */
export const interviewShown = {
  id: 'interview-shown',
  value: [yearMonth(2018, 5), yearMonth(2018, 9)],
  bound: 'about',
  unit: 'date',
  precision: 'mid-year',
  printed: '去年年中',
  section: 'closing',
  paragraph: 62,
  claimedBy: 'article',
} as const satisfies DateFigure

/** Something dated, on the lane of those who made it; two actors braid the lanes. */
export interface TimelineEvent {
  readonly id: string
  readonly date: DateFigure
  readonly actors: readonly Actor[]
}

/** In order of time. What the article does not date stays off: the alliance with MIT, the laboratory in Hong Kong. */
export const timeline = [
  { id: 'computer-vision', date: visionSince, actors: ['university'] },
  { id: 'multimedia-laboratory', date: labFounded, actors: ['university'] },
  { id: 'deepid', date: deepidPublished, actors: ['company'] },
  { id: 'beijing-fund', date: beijingFund, actors: ['company', 'state'] },
  { id: 'competition', date: competitionYear, actors: ['university', 'company'] },
  { id: 'textbook', date: textbookReceived, actors: ['company'] },
  { id: 'young-fund', date: youngFund, actors: ['company'] },
  { id: 'global-alliance', date: allianceFounded, actors: ['university', 'company'] },
  { id: 'beijing-station', date: beijingStation, actors: ['company', 'state'] },
  { id: 'shenzhen-base', date: shenzhenBase, actors: ['company', 'state'] },
] as const satisfies readonly TimelineEvent[]

/** With whom the company founded the joint fund; the article names them where it dates the fund. */
export const beijingFundPartners = ['bnsf', 'haidian'] as const satisfies readonly OrganisationId[]

/** Names as printed of the funds and stations; the funds belong to none of the four mechanisms. */
export const foundations = [
  { id: 'beijing-fund', nameZh: '北京市自然科学基金-海淀原始创新联合基金', kind: 'fund' },
  { id: 'young-fund', nameZh: '商汤青年科研基金', kind: 'fund' },
  { id: 'beijing-station', nameZh: '博士后工作站', kind: 'station' },
  { id: 'shenzhen-base', nameZh: '深圳市博士后创新实践基地', kind: 'station' },
] as const

export const timelineFigures = [beijingFund, youngFund, beijingStation, shenzhenBase, textbookReceived, interviewShown] as const
