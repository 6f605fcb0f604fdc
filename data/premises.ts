import type { Flow } from './exchange'
import type { Alliance, Mechanism } from './mechanisms'
import type { PolicyText } from './policy'
import type { Precedent } from './precedents'
import type { TimelineEvent } from './timeline'
import type { DateFigure, Figure } from './types'
import { certain, highest, isFloor, lowest, ratio } from './bounds'
import { assumptions, computeFigures } from './compute'
import { coordinates } from './coordinates'
import { toDate } from './dates'
import { flows } from './exchange'
import { headcountFigures } from './headcount'
import { laboratoryFigures } from './laboratory'
import { alliances, competition, mechanismFigures, mechanisms, training } from './mechanisms'
import { cities, officeFigures, offices } from './offices'
import { aheadOf, paperFigures, papers } from './papers'
import { policyTexts } from './policy'
import { precedentFigures, precedents } from './precedents'
import { researcherFigures } from './researchers'
import { sourceFigures } from './source'
import { timeline, timelineFigures } from './timeline'

/** What the premises look at: the records of `data/`, or others in their place. */
export interface Told {
  readonly figures: readonly Figure[]
  readonly cities: readonly string[]
  readonly firstCity: string
  readonly coordinates: Readonly<Record<string, { readonly latitude: number, readonly longitude: number } | undefined>>
  readonly mechanisms: readonly Mechanism[]
  readonly alliances: readonly Alliance[]
  readonly partners: readonly string[]
  readonly offers: readonly string[]
  readonly organisers: readonly string[]
  readonly entrants: readonly string[]
  readonly rival: string
  readonly conferences: readonly string[]
  readonly aheadOf: { readonly conference: string, readonly companies: readonly string[] }
  readonly timeline: readonly TimelineEvent[]
  readonly flows: readonly Flow[]
  readonly precedents: readonly Precedent[]
  readonly policyTexts: readonly PolicyText[]
  readonly assumptions: number
}

/** The records as they stand. */
export const told: Told = {
  figures: [
    ...sourceFigures,
    ...precedentFigures,
    ...laboratoryFigures,
    ...headcountFigures,
    ...researcherFigures,
    ...paperFigures,
    ...computeFigures,
    ...officeFigures,
    ...mechanismFigures,
    ...timelineFigures,
  ],
  cities: cities.map(({ id }) => id),
  firstCity: offices.first.city,
  coordinates,
  mechanisms,
  alliances,
  partners: training.partners,
  offers: [...training.jointBase.offers, ...training.titan.offers],
  organisers: competition.organisers,
  entrants: competition.entrants,
  rival: competition.rival,
  conferences: papers.conferences.map(({ id }) => id),
  aheadOf,
  timeline,
  flows,
  precedents,
  policyTexts,
  assumptions: assumptions.length,
}

/**
 * Something that a sentence of the deck takes for granted and that no template can follow: its words would have to be written anew.
 * Who changes such a record is told which slides speak of it.
 */
export interface Premise {
  readonly id: string
  /** The record to mend: file, id, field. */
  readonly file: string
  readonly subject: string
  readonly field: string
  readonly holds: (told: Told) => boolean
  /** What is expected of the field. */
  readonly expected: string
  /** Ids of the slides that say so, and what they say. */
  readonly because: string
}

/** The figure of an id; a premise of one that is gone cannot hold, and `holds` is not asked. */
class MissingFigure extends Error {}
function figure({ figures }: Told, id: string): Figure {
  const found = figures.find(figure => figure.id === id)
  if (!found)
    throw new MissingFigure(id)
  return found
}

const range = (told: Told, id: string) => certain(figure(told, id))
const start = (told: Told, id: string) => lowest(figure(told, id))
const isExactly = (told: Told, id: string, value: number) => figure(told, id).bound === 'exact' && figure(told, id).value === value
const isDate = (figure: Figure): figure is DateFigure => figure.unit === 'date'
function sameList(list: readonly string[], expected: readonly string[]) {
  return list.length === expected.length && list.every((item, index) => item === expected[index])
}
const sameSet = (list: readonly string[], expected: readonly string[]) => sameList(list.toSorted(), expected.toSorted())
const eventStart = ({ date }: TimelineEvent) => lowest(date)
const event = ({ timeline }: Told, id: string) => timeline.find(event => event.id === id)
const alliance = ({ alliances }: Told, id: string) => alliances.find(alliance => alliance.id === id)

/** Whole months since year 0 of the month in which a decimal year falls. */
function monthOf(year: number): number {
  const date = toDate(year)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const FUNDS_AND_STATIONS = ['beijing-fund', 'young-fund', 'global-alliance', 'beijing-station', 'shenzhen-base']

const FLOWS = [
  'talent: university → company',
  'research-results: university → company',
  'posts-and-mentors: company → university',
  'data-and-compute: company → university',
  'prizes-and-funds: company → university',
  'academic-platform: university → university',
  'joint-ai-lab: company → company',
  'school-book: company → public',
  'policy-backing: state → company',
  'station-permits: state → company',
  'joint-fund: state → public',
]

/** The files of what has to be there at all. */
const SOME = {
  'gpus': 'data/compute.ts',
  'training-here': 'data/compute.ts',
  'months-since-li-left': 'data/precedents.ts',
  'cvpr-papers': 'data/papers.ts',
  'eccv-papers': 'data/papers.ts',
}

/** All premises. A new sentence that takes a number, an order or a list for granted gets a line here, or words that follow the data. */
export const premises: readonly Premise[] = [
  {
    id: 'headcount-grew',
    file: 'data/headcount.ts',
    subject: 'headcount-now',
    field: 'value',
    holds: told => certain(ratio(figure(told, 'headcount-now'), figure(told, 'headcount-start')))[0] >= 2,
    expected: 'expected a headcount that is surely twice that of "headcount-start" or more',
    because: 'slides headcount-field and headcount-chart say how many times it grew',
  },
  {
    id: 'several-people',
    file: 'data/headcount.ts',
    subject: 'headcount-start',
    field: 'value',
    holds: told => range(told, 'headcount-start')[0] >= 2,
    expected: 'expected two people or more',
    because: 'slide headcount-field says "people became"',
  },
  {
    id: 'several-researchers',
    file: 'data/researchers.ts',
    subject: 'doctoral-researchers',
    field: 'value',
    holds: told => highest(figure(told, 'doctoral-researchers')) >= 2,
    expected: 'expected two people or more',
    because: 'slides answer and researchers speak of several',
  },
  ...(['gpus', 'training-here', 'months-since-li-left', 'cvpr-papers', 'eccv-papers'] as const).map(id => ({
    id: `some-${id}`,
    file: SOME[id],
    subject: id,
    field: 'value',
    holds: (told: Told) => highest(figure(told, id)) > 0,
    expected: 'expected more than none',
    because: 'the slides speak of it as of something that is there',
  })),
  {
    id: 'years-between',
    file: 'data/headcount.ts',
    subject: 'headcount-year',
    field: 'value',
    holds: told =>
      Math.floor(start(told, 'headcount-year') + start(told, 'span-four-years')) - Math.floor(start(told, 'headcount-year')) >= 2,
    expected: 'expected at least one whole year between the two headcounts, by "span-four-years"',
    because: 'slide headcount-chart speaks of the years between',
  },
  {
    id: 'second-count-before-publication',
    file: 'data/headcount.ts',
    subject: 'span-four-years',
    field: 'value',
    holds: told => start(told, 'headcount-year') + start(told, 'span-four-years') <= start(told, 'published-on'),
    expected: 'expected a span that, from "headcount-year" on, ends before "published-on"',
    because: 'slide headcount-chart dates the second headcount between the two',
  },
  {
    id: 'spans-differ',
    file: 'data/headcount.ts',
    subject: 'span-over-four-years',
    field: 'value',
    holds: (told) => {
      const [one, other] = [figure(told, 'span-four-years'), figure(told, 'span-over-four-years')]
      return one.bound !== other.bound || lowest(one) !== lowest(other) || highest(one) !== highest(other)
    },
    expected: 'expected another span than that of "span-four-years"',
    because: 'slides headcount-chart and limits say that the article gives two different ones',
  },
  {
    id: 'same-group-twice',
    file: 'data/researchers.ts',
    subject: 'doctoral-team',
    field: 'value',
    holds: (told) => {
      const [one, other] = [figure(told, 'doctoral-researchers'), figure(told, 'doctoral-team')]
      return one.bound === other.bound && lowest(one) === lowest(other) && highest(one) === highest(other)
    },
    expected: 'expected value and bound of "doctoral-researchers"',
    because: 'slides researchers and limits say that both count the same group',
  },
  {
    id: 'researchers-are-employees',
    file: 'data/researchers.ts',
    subject: 'doctoral-researchers',
    field: 'value',
    holds: told => range(told, 'doctoral-researchers')[0] <= range(told, 'headcount-now')[1],
    expected: 'expected no more people than "headcount-now" allows',
    because: 'slide researchers draws them among all employees',
  },
  {
    id: 'total-is-the-long-bar',
    file: 'data/papers.ts',
    subject: 'papers-total',
    field: 'value',
    holds: told => ['cvpr-papers', 'eccv-papers'].every(id => lowest(figure(told, 'papers-total')) > highest(figure(told, id))),
    expected: 'expected more papers than at each conference',
    because: 'slide papers calls it the long bar, and the others small',
  },
  {
    id: 'conferences-of-one-year',
    file: 'data/papers.ts',
    subject: 'eccv-year',
    field: 'value',
    holds: told => start(told, 'cvpr-year') === start(told, 'eccv-year'),
    expected: 'expected the year of "cvpr-year"',
    because: 'slide papers gives both conferences one year',
  },
  {
    id: 'two-conferences',
    file: 'data/papers.ts',
    subject: 'papers',
    field: 'conferences',
    holds: told => sameList(told.conferences, ['cvpr', 'eccv']),
    expected: 'expected "cvpr" and "eccv"',
    because: 'slide papers tells of two conferences, by name',
  },
  {
    id: 'ahead-at-eccv',
    file: 'data/papers.ts',
    subject: 'ahead-of',
    field: 'companies',
    holds: ({ aheadOf }) => aheadOf.conference === 'eccv' && sameSet(aheadOf.companies, ['microsoft', 'google', 'facebook']),
    expected: 'expected microsoft, google and facebook, at eccv',
    because: 'slide papers names them in its notes and calls them the giants',
  },
  {
    id: 'a-month-into-days',
    file: 'data/compute.ts',
    subject: 'training-elsewhere',
    field: 'unit',
    holds: told => figure(told, 'training-elsewhere').unit === 'months' && figure(told, 'training-here').unit === 'days',
    expected: 'expected months, and days for "training-here"',
    because: 'the title of slide training-time is about a month that becomes days',
  },
  {
    id: 'one-month',
    file: 'data/compute.ts',
    subject: 'training-elsewhere',
    field: 'value',
    holds: told => start(told, 'training-elsewhere') === 1,
    expected: 'expected 1',
    because: 'the title of slide training-time says "a month"',
  },
  {
    id: 'training-elsewhere-is-a-floor',
    file: 'data/compute.ts',
    subject: 'training-elsewhere',
    field: 'bound',
    holds: told => figure(told, 'training-elsewhere').bound === 'more-than',
    expected: 'expected "more-than"',
    because: 'the notes of slide training-time call its end open',
  },
  {
    id: 'training-here-is-faster',
    file: 'data/compute.ts',
    subject: 'training-here',
    field: 'value',
    holds: told =>
      !isFloor(figure(told, 'training-here').bound) && range(told, 'training-here')[1] < 28 * start(told, 'training-elsewhere'),
    expected: 'expected less time than "training-elsewhere"',
    because: 'slide training-time says that own tools are faster',
  },
  {
    id: 'one-assumption',
    file: 'data/compute.ts',
    subject: 'assumptions',
    field: 'length',
    holds: told => told.assumptions === 1,
    expected: 'expected one assumption',
    because: 'the notes of slide derived say that there is one',
  },
  {
    id: 'one-first-office',
    file: 'data/offices.ts',
    subject: 'first-office',
    field: 'value',
    holds: told => isExactly(told, 'first-office', 1) && told.firstCity === 'hong-kong',
    expected: 'expected exactly 1, in hong-kong',
    because: 'slide offices tells of one small office in Hong Kong, and draws one mark for it',
  },
  {
    id: 'cities-in-the-notes',
    file: 'data/offices.ts',
    subject: 'cities',
    field: 'id',
    holds: told =>
      sameSet(told.cities, ['hong-kong', 'beijing', 'shenzhen', 'shanghai', 'chengdu', 'hangzhou', 'kyoto', 'tokyo', 'singapore']),
    expected: 'expected the cities that the notes of slide offices name, in both editions; when you have named them there, list them in '
      + 'data/premises.ts',
    because: 'the notes of slide offices name them one by one',
  },
  {
    id: 'from-singapore-to-tokyo',
    file: 'data/coordinates.ts',
    subject: 'singapore',
    field: 'latitude',
    holds: (told) => {
      const places = told.cities.map(id => ({ id, ...told.coordinates[id] ?? { latitude: Number.NaN, longitude: Number.NaN } }))
      const [southernmost] = places.toSorted((one, other) => one.latitude - other.latitude)
      const [easternmost] = places.toSorted((one, other) => other.longitude - one.longitude)
      return southernmost?.id === 'singapore' && easternmost?.id === 'tokyo'
    },
    expected: 'expected singapore furthest in the south and tokyo furthest in the east',
    because: 'the finding of OfficeMap says from Singapore to Tokyo',
  },
  {
    id: 'mechanisms-counted',
    file: 'data/mechanisms.ts',
    subject: 'mechanism-count',
    field: 'value',
    holds: told => isExactly(told, 'mechanism-count', told.mechanisms.length),
    expected: 'expected exactly as many as the list of mechanisms has',
    because: 'slide mechanisms counts them in its title and shows the list',
  },
  {
    id: 'mechanisms-in-order',
    file: 'data/mechanisms.ts',
    subject: 'mechanisms',
    field: 'id',
    holds: told => sameList(told.mechanisms.map(({ id }) => id), ['training', 'research-incentives', 'alliances', 'postdoctoral-stations']),
    expected: 'expected training, research-incentives, alliances and postdoctoral-stations, in this order',
    because: 'slides mechanisms to alliances name them in turn',
  },
  {
    id: 'measures-in-the-notes',
    file: 'data/mechanisms.ts',
    subject: 'mechanisms',
    field: 'measures',
    holds: told => sameList(
      told.mechanisms.flatMap(({ measures }) => measures),
      [
        'mentors',
        'internships',
        'competitions',
        'scholarships',
        'global-alliance',
        'mit-alliance',
        'beijing-station',
        'shenzhen-base',
        'paper-reading',
      ],
    ),
    expected: 'expected the measures that the slides tell of, without the funds; when you have told of others, list them in '
      + 'data/premises.ts',
    because: 'the notes of slide mechanisms name them, and slide timeline says that the funds belong to none of the mechanisms',
  },
  {
    id: 'partners-in-the-notes',
    file: 'data/mechanisms.ts',
    subject: 'training',
    field: 'partners',
    holds: told => sameSet(told.partners, ['cuhk', 'tsinghua', 'peking', 'zhejiang', 'sjtu']),
    expected: 'expected the universities that the notes of slide training name, in both editions; when you have named them there, list '
      + 'them in data/premises.ts',
    because: 'the notes of slide training name them one by one',
  },
  {
    id: 'offers-in-the-notes',
    file: 'data/mechanisms.ts',
    subject: 'training',
    field: 'offers',
    holds: told => sameSet(
      told.offers,
      ['yearly-projects', 'yearly-posts', 'company-mentor', 'interest-led', 'own-research', 'real-data', 'large-compute'],
    ),
    expected: 'expected the offers that the notes of slide training name, in both editions; when you have named them there, list them in '
      + 'data/premises.ts',
    because: 'the notes of slide training tell of each',
  },
  {
    id: 'organisers-in-the-notes',
    file: 'data/mechanisms.ts',
    subject: 'competition',
    field: 'organisers',
    holds: told => sameSet(told.organisers, ['sensetime', 'cuhk', 'amazon', 'nanyang', 'sydney']),
    expected: 'expected the organisers that the notes of slide competition name, in both editions; when you have named them there, list '
      + 'them in data/premises.ts',
    because: 'the notes of slide competition name them one by one',
  },
  {
    id: 'entrants-in-the-notes',
    file: 'data/mechanisms.ts',
    subject: 'competition',
    field: 'entrants',
    holds: told => sameSet(told.entrants, ['ict-cas', 'msra', 'peking', 'jd', 'iflytek', 'megvii']),
    expected: 'expected the entrants that the notes of slide competition name, in both editions; when you have named them there, list '
      + 'them in data/premises.ts',
    because: 'the notes of slide competition name them one by one',
  },
  {
    id: 'a-rival-enters',
    file: 'data/mechanisms.ts',
    subject: 'competition',
    field: 'rival',
    holds: told => told.rival === 'megvii' && told.entrants.includes(told.rival),
    expected: 'expected megvii, one of the entrants',
    because: 'the title and the notes of slide competition say that a rival enters',
  },
  {
    id: 'only-some-entrants-named',
    file: 'data/mechanisms.ts',
    subject: 'competition-teams',
    field: 'value',
    holds: told => lowest(figure(told, 'competition-teams')) > told.entrants.length,
    expected: 'expected more teams than the list of entrants names',
    because: 'slide competition says that only some of them are named',
  },
  {
    id: 'only-some-members-named',
    file: 'data/mechanisms.ts',
    subject: 'alliance-universities',
    field: 'value',
    holds: told =>
      range(told, 'alliance-universities')[0] > (alliance(told, 'global-alliance')?.members.length ?? Number.POSITIVE_INFINITY),
    expected: 'expected more universities than global-alliance names as members',
    because: 'slide alliances says that the others have no names',
  },
  {
    id: 'alliances-in-the-notes',
    file: 'data/mechanisms.ts',
    subject: 'alliances',
    field: 'members',
    holds: told => sameSet(told.alliances
      .flatMap(({ id, members, fields = [] }) => [...members, ...fields].map(part => `${id}: ${part}`)), [
      'global-alliance: mit',
      'global-alliance: tsinghua',
      'global-alliance: sjtu',
      'global-alliance: nanyang',
      'mit-alliance: mit',
      'mit-alliance: computer-vision',
      'mit-alliance: brain-inspired',
      'mit-alliance: medical-images',
      'mit-alliance: robotics',
      'hong-kong-lab: alibaba',
      'hong-kong-lab: hk-science-park',
    ]),
    expected: 'expected the members and fields that the notes of slide alliances name, in both editions; when you have named them there, '
      + 'list them in data/premises.ts',
    because: 'the notes of slide alliances name them one by one',
  },
  {
    id: 'last-alliances-undated',
    file: 'data/mechanisms.ts',
    subject: 'alliances',
    field: 'date',
    holds: told => told.alliances.map(({ date }) => date !== undefined).join() === 'true,false,false',
    expected: 'expected a date on the first one only',
    because: 'slides alliances and dates say that the last two carry no date',
  },
  {
    id: 'laboratory-in-order',
    file: 'data/laboratory.ts',
    subject: 'lab-founded',
    field: 'value',
    holds: told => start(told, 'vision-since') < start(told, 'lab-founded') && start(told, 'lab-founded') < start(told, 'deepid-published')
      && start(told, 'deepid-published') < start(told, 'published-on'),
    expected: 'expected "vision-since", "lab-founded", "deepid-published" and "published-on" in this order of time',
    because: 'slide laboratory tells of a doctorate, then a laboratory, then an algorithm',
  },
  {
    id: 'several-laboratories',
    file: 'data/laboratory.ts',
    subject: 'pioneering-labs',
    field: 'value',
    holds: told => lowest(figure(told, 'pioneering-labs')) >= 2,
    expected: 'expected at least 2',
    because: 'slide laboratory counts one laboratory among several',
  },
  {
    id: 'reposted-later',
    file: 'data/source.ts',
    subject: 'reposted-on',
    field: 'value',
    holds: told => start(told, 'published-on') <= start(told, 'reposted-on'),
    expected: 'expected no day before "published-on"',
    because: 'slide cover says that the article was reposted',
  },
  {
    id: 'nothing-after-publication',
    file: 'data/timeline.ts',
    subject: 'timeline',
    field: 'date',
    holds: told => told.timeline.every(event => eventStart(event) <= start(told, 'published-on')),
    expected: 'expected no event after "published-on"',
    because: 'the article cannot tell of it, and slide timeline ends there',
  },
  {
    id: 'first-and-last-event',
    file: 'data/timeline.ts',
    subject: 'shenzhen-base',
    field: 'date',
    holds: told => told.timeline[0]?.id === 'computer-vision' && told.timeline.at(-1)?.id === 'shenzhen-base',
    expected: 'expected computer-vision as the first event and shenzhen-base as the last',
    because: 'the finding of TimelineBraid names the two as its ends',
  },
  {
    id: 'within-the-magnified-months',
    file: 'data/timeline.ts',
    subject: 'beijing-fund',
    field: 'value',
    holds: (told) => {
      const events = FUNDS_AND_STATIONS.map(id => event(told, id))
      const first = start(told, 'beijing-fund')
      const months = monthOf(start(told, 'published-on')) - monthOf(first)
      return events.every(event => event && eventStart(event) >= first && monthOf(eventStart(event)) < monthOf(first) + months)
    },
    expected: 'expected the funds, the alliance and the stations between "beijing-fund" and the month before "published-on"',
    because: 'the title of slide timeline says within how many months they came',
  },
  {
    id: 'most-events-late',
    file: 'data/timeline.ts',
    subject: 'timeline',
    field: 'date',
    holds: told => told.timeline.filter(event => eventStart(event) >= start(told, 'beijing-fund')).length > told.timeline.length / 2,
    expected: 'expected more than half of the events not before "beijing-fund"',
    because: 'slide timeline says that they crowd into its last months',
  },
  {
    id: 'the-state-takes-part',
    file: 'data/timeline.ts',
    subject: 'timeline',
    field: 'actors',
    holds: told => sameSet(
      told.timeline.filter(({ actors }) => actors.includes('state')).map(({ id }) => id),
      ['beijing-fund', 'beijing-station', 'shenzhen-base'],
    ),
    expected: 'expected the state in beijing-fund, beijing-station and shenzhen-base only',
    because: 'the notes of slide timeline say that it permits the stations and shares the first fund',
  },
  {
    id: 'funds-in-order',
    file: 'data/timeline.ts',
    subject: 'young-fund',
    field: 'value',
    holds: told => start(told, 'beijing-fund') < start(told, 'young-fund'),
    expected: 'expected a date after "beijing-fund"',
    because: 'the notes of slide timeline call the other one the first fund',
  },
  {
    id: 'stations-in-order',
    file: 'data/timeline.ts',
    subject: 'shenzhen-base',
    field: 'value',
    holds: told => start(told, 'beijing-station') <= start(told, 'shenzhen-base'),
    expected: 'expected no date before "beijing-station"',
    because: 'the notes of slide timeline tell of the station first',
  },
  {
    id: 'a-vague-year',
    file: 'data/mechanisms.ts',
    subject: 'competition-year',
    field: 'precision',
    holds: (told) => {
      const year = figure(told, 'competition-year')
      return isDate(year) && year.precision === 'year'
    },
    expected: 'expected "year"',
    because: 'the notes of slide timeline say of its long bar: somewhere in that year',
  },
  {
    id: 'flows-told',
    file: 'data/exchange.ts',
    subject: 'flows',
    field: 'from, to',
    holds: told => sameSet(told.flows.map(({ id, from, to }) => `${id}: ${from} → ${to}`), FLOWS),
    expected: 'expected the flows that slides answer, model and matrix tell of, and none to the state; when you have told of others, list '
      + 'them in data/premises.ts',
    because: 'titles, findings and notes of these slides say who gives what, and that what the state gains is not named',
  },
  {
    id: 'precedents-told',
    file: 'data/precedents.ts',
    subject: 'precedents',
    field: 'flows',
    holds: told => sameSet(told.precedents.flatMap(({ id, flows }) => [id, ...flows.map(flow => `${id}: ${flow.id} ${flow.direction}`)]), [
      'stanford-google',
      'stanford-google: talent to-company',
      'stanford-google: frontier-research to-company',
      'stanford-google: funds to-university',
      'stanford-google: resources to-university',
      'stanford-google: commercialisation to-university',
      'harvard-facebook',
    ]),
    expected: 'expected the flows that the notes of slide precedent name, and none between Harvard and Facebook; when you have told of '
      + 'others, list them in data/premises.ts',
    because: 'slide precedent tells what Stanford and Google give each other, and that for the other pair nothing is named',
  },
  {
    id: 'policy-told',
    file: 'data/policy.ts',
    subject: 'policyTexts',
    field: 'principles',
    holds: told => sameList(told.policyTexts.flatMap(({ id, principles }) => [id, ...principles]), [
      'party-congress',
      'enterprise-main-body',
      'market-led',
      'deep-integration',
      'economic-work-conference',
      'enterprise-main-body',
      'demand-led',
      'integrated-innovation',
    ]),
    expected: 'expected the principles that the notes of slide policy name, in this order; when you have told of others, list them in '
      + 'data/premises.ts',
    because: 'slides policy and research-first compare them word by word: market in the one, demand in the other, in the middle',
  },
]

/** Premises of single figures: what the deck's sentences can say of any of them. */
function* brokenFigures({ figures }: Told): Generator<BrokenPremise> {
  for (const figure of figures) {
    const { id, bound, unit } = figure
    if (bound === 'unknown') {
      yield { premise: 'known', subject: id, field: 'bound', expected: 'expected a bound other than "unknown", for sentences of the '
        + 'slides state the number' }
    }
    if (unit === 'date' && bound !== 'exact' && !(bound === 'about' && isDate(figure) && figure.precision === 'mid-year')) {
      yield { premise: 'dated', subject: id, field: 'bound', expected: 'expected "exact", or "about" for the middle of a year, for a date '
        + `is printed without its bound, found "${bound}"` }
    }
  }
}

/** A premise that does not hold, as the record to mend. */
export interface BrokenPremise {
  readonly premise: string
  /** Undefined for a figure, whose file `data/index.ts` knows. */
  readonly file?: string
  readonly subject: string
  readonly field: string
  /** The rest of the sentence: what was expected, and which slides say so. */
  readonly expected: string
}

function holds(premise: Premise, data: Told): boolean {
  try {
    return premise.holds(data)
  }
  catch (error) {
    // That a figure is gone, the check of references says, with more to go by.
    if (error instanceof MissingFigure)
      return true
    throw error
  }
}

/**
 * What the deck says and its data does not bear out.
 * @param data other records than those that stand, for tests
 */
export function brokenPremises(data: Told = told): BrokenPremise[] {
  return [
    ...brokenFigures(data),
    ...premises.filter(premise => !holds(premise, data)).map(({ id, file, subject, field, expected, because }) =>
      ({ premise: id, file, subject, field, expected: `${expected}, because ${because}` })),
  ]
}
