import type { DateFigure, SectionId } from './types'
import { yearMonthDay } from './dates'

export const publishedOn = {
  id: 'published-on',
  value: yearMonthDay(2019, 1, 28),
  bound: 'exact',
  unit: 'date',
  precision: 'day',
  printed: '2019-01-28',
  section: 'header',
  paragraph: 4,
  claimedBy: 'article',
} as const satisfies DateFigure

export const repostedOn = {
  id: 'reposted-on',
  value: yearMonthDay(2019, 1, 31),
  bound: 'exact',
  unit: 'date',
  precision: 'day',
  printed: '2019年01月31日',
  section: 'header',
  paragraph: 2,
  claimedBy: 'article',
} as const satisfies DateFigure

/** The one article that this deck summarises. */
export const source = {
  title: '“学院派”商汤科技：原创技术价值迸发',
  author: '新芒X',
  publishedIn: { id: 'toutiao', nameZh: '今日头条', url: 'https://www.toutiao.com/a6651509438320476686/', date: publishedOn },
  repostedIn: { id: 'csdn', nameZh: 'CSDN博客', by: '喜欢打酱油的老鸟', date: repostedOn },
  /** Section headings as printed; the header and the part before the first heading have none. */
  sections: {
    header: '',
    lead: '',
    origin: '始于“学院派”：出身决定眼界',
    tools: '自备利器不求人：用实力拿下话语权',
    people: '以“人”为本：产学研的最佳姿态',
    closing: '新芒X最后说',
  } satisfies Record<SectionId, string>,
} as const

/**
 * First and last paragraph of each part of the article, its heading included. Paragraph n is the n-th line of the text that is not blank.
 */
export const sectionParagraphs = {
  header: [1, 4],
  lead: [5, 15],
  origin: [16, 24],
  tools: [25, 37],
  people: [38, 58],
  closing: [59, 63],
} as const satisfies Record<SectionId, readonly [first: number, last: number]>

export const sourceFigures = [publishedOn, repostedOn] as const
