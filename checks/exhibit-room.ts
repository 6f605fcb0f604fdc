import type { Problem } from '../addon/deck'
import type { Alliance, Flow, Mechanism, PolicyText, Precedent } from '../data'
import type { Words } from '../locales/types'
import {
  alliances,
  assumptions,
  competition,
  derivedFigures,
  figures,
  flows,
  mechanisms,
  policyTexts,
  precedents,
  timeline,
  training,
} from '../data'
import { articleTimeline } from '../figures/article-timeline'
import { laboratoryPath } from '../figures/laboratory-path'
import { officeMap } from '../figures/office-map'
import { measuresInRow } from '../figures/rows'
import { advance } from '../figures/text'
import { editions } from '../locales/editions'
import { wordsOf } from '../locales/records'

/** The lists whose exhibits have room for only so many. */
export interface Lists {
  readonly partners: readonly string[]
  readonly offers: Readonly<Record<string, readonly string[]>>
  readonly organisers: readonly string[]
  readonly entrants: readonly string[]
  readonly alliances: readonly Alliance[]
  readonly precedents: readonly Precedent[]
  readonly policyTexts: readonly PolicyText[]
  readonly flows: readonly Flow[]
  readonly mechanisms: readonly Mechanism[]
  readonly events: number
  readonly figures: number
  readonly derived: number
}

/** The lists as the data has them. */
const LISTS: Lists = {
  partners: training.partners,
  offers: { 'joint-base': training.jointBase.offers, 'titan': training.titan.offers },
  organisers: competition.organisers,
  entrants: competition.entrants,
  alliances,
  precedents,
  policyTexts,
  flows,
  mechanisms,
  events: timeline.length + (alliances as readonly Alliance[]).filter(({ date }) => !date).length,
  figures: figures.length,
  derived: derivedFigures.length + assumptions.length,
}

interface Room { file: string, subject: string, field: string, count: number, most: number, slide: string }

/** How many a list has, and how many its exhibit shows without leaving the slide. */
function rooms(lists: Lists): Room[] {
  const between = (from: string, to: string) => lists.flows.filter(flow => flow.from === from && flow.to === to).length
  const pairs = [...new Set(lists.flows.map(({ from, to }) => `${from} ${to}`))].map(pair => pair.split(' ') as [string, string])
  return [
    { file: 'data/mechanisms.ts', subject: 'training', field: 'partners', count: lists.partners.length, most: 8, slide: 'training' },
    ...Object.entries(lists.offers).map(([subject, offers]) => ({
      file: 'data/mechanisms.ts',
      subject,
      field: 'offers',
      count: offers.length,
      most: 5,
      slide: 'training',
    })),
    {
      file: 'data/mechanisms.ts',
      subject: 'competition',
      field: 'organisers',
      count: lists.organisers.length,
      most: 8,
      slide: 'competition',
    },
    { file: 'data/mechanisms.ts', subject: 'competition', field: 'entrants', count: lists.entrants.length, most: 10, slide: 'competition' },
    { file: 'data/mechanisms.ts', subject: 'alliances', field: 'length', count: lists.alliances.length, most: 3, slide: 'alliances' },
    ...lists.alliances.map(({ id, members }) => ({
      file: 'data/mechanisms.ts',
      subject: id,
      field: 'members',
      count: members.length,
      most: 8,
      slide: 'alliances',
    })),
    ...lists.mechanisms.map(({ id, measures }) => ({
      file: 'data/mechanisms.ts',
      subject: id,
      field: 'measures',
      count: measures.length,
      most: measuresInRow(lists.mechanisms.length),
      slide: 'mechanisms',
    })),
    { file: 'data/precedents.ts', subject: 'precedents', field: 'length', count: lists.precedents.length, most: 2, slide: 'precedent' },
    { file: 'data/policy.ts', subject: 'policyTexts', field: 'length', count: lists.policyTexts.length, most: 2, slide: 'policy' },
    ...lists.policyTexts.map(({ id, principles }) => ({
      file: 'data/policy.ts',
      subject: id,
      field: 'principles',
      count: principles.length,
      most: 4,
      slide: 'policy',
    })),
    ...pairs.map(([from, to]) => ({
      file: 'data/exchange.ts',
      subject: `${from} → ${to}`,
      field: 'flows',
      count: between(from, to),
      most: 3,
      slide: 'matrix',
    })),
    {
      file: 'data/exchange.ts',
      subject: 'state',
      field: 'flows',
      count: lists.flows.filter(({ from }) => from === 'state').length,
      most: 4,
      slide: 'model',
    },
    { file: 'data/timeline.ts', subject: 'timeline', field: 'length', count: lists.events, most: 15, slide: 'dates' },
    {
      file: 'data/index.ts',
      subject: 'figures',
      field: 'length',
      count: lists.figures,
      most: 36,
      slide: 'sources-one, sources-two and sources-three',
    },
    { file: 'data/derived.ts', subject: 'derivedFigures', field: 'length', count: lists.derived, most: 15, slide: 'derived' },
  ]
}

function error(file: string, subject: string, field: string, expected: string): Problem {
  return { file, subject, field, expected, severity: 'error' }
}

/** What stands too closely in the exhibits whose places follow from the data, in the words of one edition. */
function* crowdedMarks(words: Words, edition: string): Generator<Problem> {
  const timelinePlaces = articleTimeline(words)
  for (const { event: { id }, crowded } of [...timelinePlaces.early, ...timelinePlaces.late]) {
    if (crowded) {
      yield error('data/timeline.ts', id, 'date', `expected room for the event beside the others on slide timeline (${edition}): `
        + 'give it a shorter name in locales/, or more room in figures/timeline-layout.ts')
    }
  }
  for (const { id, crowded } of officeMap(words).places) {
    if (crowded) {
      yield error(
        'data/coordinates.ts',
        id,
        'latitude/longitude',
        `expected room for the city's name beside the others on slide offices (${edition}): ` + 'give it a place in figures/office-map.ts',
      )
    }
  }
  const given = flows.filter(({ from, to }) => from === 'university' && to === 'company').map(({ id }) => words.flows[id]).join(' · ')
  if (advance(given, 28) > 640) {
    yield error(
      'data/exchange.ts',
      'university → company',
      'flows',
      `expected names that fit on one line of slide model (${edition}), found "${given}"`,
    )
  }
}

/**
 * Where the data has more than an exhibit can show: a list too long, an event or a city whose label finds no place, years too close.
 * For whoever validates the data; not for the browser.
 * @param lists other lists than the data's, for tests
 */
export function roomProblems(lists: Lists = LISTS): Problem[] {
  const crowdedSteps = laboratoryPath().steps.filter(({ crowded }) => crowded)
  return [
    ...rooms(lists)
      .filter(({ count, most }) => count > most)
      .map(({ file, subject, field, count, most, slide }) =>
        error(file, subject, field, `expected at most ${most}, for which slide ${slide} has room, found ${count}`),
      ),
    ...crowdedSteps.map(({ date }) =>
      error(
        'data/laboratory.ts',
        date.id,
        'value',
        'expected years further from the next step, whose text on slide laboratory leaves it no room',
      ),
    ),
    ...editions.flatMap(edition => [...crowdedMarks(wordsOf(edition), edition.name)]),
  ]
}
