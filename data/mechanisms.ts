import type { OrganisationId } from './organisations'
import type { DateFigure, Provenance, Quantity, Statement } from './types'
import { yearMonth } from './dates'

export const mechanismCount = {
  id: 'mechanism-count',
  value: 4,
  bound: 'exact',
  unit: 'mechanisms',
  printed: '四大方面',
  section: 'people',
  paragraph: 41,
  claimedBy: 'article',
} as const satisfies Quantity

export const competitionTeams = {
  id: 'competition-teams',
  value: 400,
  bound: 'more-than',
  unit: 'teams',
  printed: '超过400支',
  section: 'people',
  paragraph: 46,
  claimedBy: 'article',
} as const satisfies Quantity

export const competitionYear = {
  id: 'competition-year',
  value: 2018,
  bound: 'exact',
  unit: 'date',
  precision: 'year',
  printed: '2018',
  section: 'people',
  paragraph: 46,
  claimedBy: 'article',
} as const satisfies DateFigure

export const allianceUniversities = {
  id: 'alliance-universities',
  value: 15,
  bound: 'exact',
  unit: 'universities',
  printed: '15所',
  section: 'people',
  paragraph: 49,
  claimedBy: 'article',
} as const satisfies Quantity

export const allianceFounded = {
  id: 'alliance-founded',
  value: yearMonth(2018, 9),
  bound: 'exact',
  unit: 'date',
  precision: 'month',
  printed: '2018年9月',
  section: 'people',
  paragraph: 49,
  claimedBy: 'article',
} as const satisfies DateFigure

/** One of the article's four headings for talent, and what it names under it. */
export interface Mechanism extends Statement {
  readonly nameZh: string
  readonly measures: readonly string[]
}

export const mechanisms = [
  {
    id: 'training',
    nameZh: '人才培养机制',
    section: 'people',
    paragraph: [42, 43, 44],
    claimedBy: 'article',
    measures: ['mentors', 'internships'],
  },
  {
    id: 'research-incentives',
    nameZh: '激励学术研究',
    section: 'people',
    paragraph: [45, 46],
    claimedBy: 'article',
    measures: ['competitions', 'scholarships'],
  },
  {
    id: 'alliances',
    nameZh: '权威高校联盟',
    section: 'people',
    paragraph: [49, 50],
    claimedBy: 'article',
    measures: ['global-alliance', 'mit-alliance'],
  },
  {
    id: 'postdoctoral-stations',
    nameZh: '博士后工作站',
    section: 'people',
    paragraph: [55, 56, 57],
    claimedBy: 'article',
    measures: ['beijing-station', 'shenzhen-base', 'paper-reading'],
  },
] as const satisfies readonly Mechanism[]

/** The first mechanism in detail. The list of universities is open ("and others"). */
export const training = {
  partners: ['cuhk', 'tsinghua', 'peking', 'zhejiang', 'sjtu'],
  partnersPlace: { section: 'people', paragraph: 42, claimedBy: 'article' },
  jointBase: {
    partner: 'tsinghua-shenzhen',
    nameZh: '研究生联合培养基地',
    offers: ['yearly-projects', 'yearly-posts', 'company-mentor'],
    section: 'people',
    paragraph: 43,
    claimedBy: 'article',
  },
  titan: {
    nameZh: '泰坦计划',
    offers: ['interest-led', 'own-research', 'real-data', 'large-compute'],
    section: 'people',
    paragraph: 44,
    claimedBy: 'article',
  },
} as const satisfies {
  partners: readonly OrganisationId[]
  partnersPlace: Provenance
  jointBase: Provenance & Record<string, unknown>
  titan: Provenance & Record<string, unknown>
}

/** The second mechanism's example. Both lists are open; Megvii is the company's rival. */
export const competition = {
  name: 'WIDER Face and Pedestrian Challenge',
  year: competitionYear,
  organisers: ['sensetime', 'cuhk', 'amazon', 'nanyang', 'sydney'],
  teams: competitionTeams,
  entrants: ['ict-cas', 'msra', 'peking', 'jd', 'iflytek', 'megvii'],
  rival: 'megvii',
  section: 'people',
  paragraph: 46,
  claimedBy: 'article',
} as const satisfies Provenance & {
  name: string
  year: DateFigure
  organisers: readonly OrganisationId[]
  teams: Quantity
  entrants: readonly OrganisationId[]
  rival: OrganisationId
}

/** What was founded with whom. `date` is missing where the article gives none. */
export interface Alliance extends Statement {
  readonly nameZh: string
  readonly members: readonly OrganisationId[]
  readonly size?: Quantity & { readonly value: number }
  readonly date?: DateFigure
  readonly fields?: readonly string[]
}

export const alliances = [
  {
    id: 'global-alliance',
    nameZh: '全球高校人工智能学术联盟',
    members: ['mit', 'tsinghua', 'sjtu', 'nanyang'],
    size: allianceUniversities,
    date: allianceFounded,
    section: 'people',
    paragraph: 49,
    claimedBy: 'article',
  },
  {
    id: 'mit-alliance',
    nameZh: 'MIT-商汤科技人工智能联盟',
    members: ['mit'],
    fields: ['computer-vision', 'brain-inspired', 'medical-images', 'robotics'],
    section: 'people',
    paragraph: 50,
    claimedBy: 'article',
  },
  {
    id: 'hong-kong-lab',
    nameZh: '香港人工智能实验室',
    members: ['alibaba', 'hk-science-park'],
    section: 'tools',
    paragraph: 36,
    claimedBy: 'article',
  },
] as const satisfies readonly Alliance[]

export const mechanismFigures = [mechanismCount, competitionTeams, competitionYear, allianceUniversities, allianceFounded] as const
