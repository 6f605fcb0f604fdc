import type { Quantity } from './types'

/** The first office, a small one in Hong Kong. */
export const firstOffice = {
  id: 'first-office',
  value: 1,
  bound: 'exact',
  unit: 'offices',
  printed: '一间',
  section: 'people',
  paragraph: 39,
  claimedBy: 'article',
} as const satisfies Quantity

/** In the article's order. The list is open ("including"): its length is a floor. */
export const cities = [
  { id: 'hong-kong', nameZh: '香港' },
  { id: 'beijing', nameZh: '北京' },
  { id: 'shenzhen', nameZh: '深圳' },
  { id: 'shanghai', nameZh: '上海' },
  { id: 'chengdu', nameZh: '成都' },
  { id: 'hangzhou', nameZh: '杭州' },
  { id: 'kyoto', nameZh: '京都' },
  { id: 'tokyo', nameZh: '东京' },
  { id: 'singapore', nameZh: '新加坡' },
] as const

export type CityId = (typeof cities)[number]['id']

export const offices = {
  first: { count: firstOffice, city: 'hong-kong' },
  cities,
  place: { section: 'people', paragraph: 39, claimedBy: 'article' },
} as const

export const officeFigures = [firstOffice] as const
