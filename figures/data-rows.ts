import type {
  Alliance,
  DataFileName,
  DerivedFigure,
  Figure,
  OrganisationId,
  OrganisationRole,
  Precedent,
  Printable,
  Provenance,
  RecordFileName,
} from '../data'
import type { AllWords, Words } from '../locales/types'
import type { Row } from './data-row'
import {
  aheadOf,
  alliances,
  assumptions,
  beijingFund,
  beijingFundPartners,
  cities,
  competition,
  coordinates,
  coordinatesSource,
  derivedFigures,
  figures,
  figuresByFile,
  flows,
  labFounded,
  laboratory,
  mechanisms,
  offices,
  organisations,
  policyTexts,
  precedents,
  timeline,
  toDate,
  training,
} from '../data'
import { formatFigure } from './format'
import { checkedClaimRows, otherFigureRows, otherSourceRows } from './other-rows'

export type { Cell, Row } from './data-row'

const DATE_LENGTHS = { 'day': 10, 'mid-year': 7, 'month': 7, 'year': 4 }
/** Digits of a decimal year after its point: a day is three thousandths of a year. */
const YEAR_DIGITS = 3

/** Whose rows these are, in the column that says whose. */
const THE_ARTICLE = 'article'

/** Where a row stands in the article, and whose claim it is. */
function provenance({ section, paragraph, claimedBy }: Provenance): Row {
  return { source: THE_ARTICLE, section, paragraph, claimed_by: claimedBy }
}

/** The last instant of a range of months is its end, which belongs to the month before. */
const INSTANT = 1 / 366

/** A date as ISO 8601 writes it, as precise as it is known; a range as an interval from its first to its last. Null for what is no date. */
export function isoDate(figure: Printable): string | null {
  if (figure.unit !== 'date' || figure.value === null || !('precision' in figure) || !figure.precision)
    return null
  const { precision, value } = figure
  const isMiddle = precision === 'mid-year' && typeof value !== 'number'
  return [value].flat().map((year, index) =>
    toDate(isMiddle && index === 1 ? year - INSTANT : year).toISOString().slice(0, DATE_LENGTHS[precision])).join('/')
}

/** What is known of a number or date, apart from its place. */
function amount(figure: Printable, words: Words): Row {
  const { value, bound, unit } = figure
  const isDate = unit === 'date'
  const [low, high] = isDate || typeof value === 'number' || value === null ? [null, null] : value
  return {
    value: !isDate && typeof value === 'number' ? value : null,
    low,
    high,
    bound,
    unit,
    date: isoDate(figure),
    precision: ('precision' in figure && figure.precision) || null,
    decimal_year: isDate && typeof value === 'number' ? Number(value.toFixed(YEAR_DIGITS)) : null,
    formatted: formatFigure(figure, words, 'unit'),
  }
}

const nameOf = ({ id }: { readonly id: string }, words: Words) => words.figures[id as keyof typeof words.figures]

function figureRow(figure: Figure, words: Words): Row {
  return { id: figure.id, what: nameOf(figure, words), ...amount(figure, words), printed: figure.printed, ...provenance(figure) }
}

/** The dataset that a file of `data/` fills. */
const datasetOf = (file: string) => file.replace(/^data\/|\.ts$/g, '') as DataFileName

function derivedRows(words: Words): Row[] {
  const records: readonly (DerivedFigure | (typeof assumptions)[number])[] = [...derivedFigures, ...assumptions]
  return records.map(record => ({
    id: record.id,
    what: nameOf(record, words),
    ...amount(record, words),
    follows_from: 'from' in record ? record.from : words.data.assumption,
  }))
}

function precedentRows(words: Words): Row[] {
  return (precedents as readonly Precedent[]).flatMap((precedent) => {
    const { university, company } = precedent
    if (!precedent.flows.length)
      return [{ id: precedent.id, what: words.labels.namesNoFlow, from: null, to: null, of: precedent.id, ...provenance(precedent) }]
    return precedent.flows.map(({ id, direction, ...place }) => ({
      id,
      what: words.precedentFlows[id as keyof typeof words.precedentFlows],
      from: direction === 'to-company' ? university : company,
      to: direction === 'to-company' ? company : university,
      of: precedent.id,
      ...provenance(place),
    }))
  })
}

/** One row for each measure under a mechanism, and for each offer of the programmes of the first. */
function mechanismRows(words: Words): Row[] {
  const offers = ([['joint-base', training.jointBase], ['titan', training.titan]] as const).flatMap(([of, programme]) =>
    programme.offers.map(id => ({ id, what: words.trainingOffers[id], of, name_zh: programme.nameZh, ...provenance(programme) })))
  return [
    ...mechanisms.flatMap(mechanism => mechanism.measures.map(id =>
      ({ id, what: words.measures[id], of: mechanism.id, name_zh: mechanism.nameZh, ...provenance(mechanism) }))),
    ...offers,
  ]
}

/** One row for each role in which the article names an organisation. */
function organisationRows(words: Words): Row[] {
  const rows = (ids: readonly OrganisationId[], role: OrganisationRole, of: string, place: Provenance): Row[] =>
    ids.map(id => ({
      id,
      what: words.organisations[id],
      name_zh: organisations[id].nameZh,
      actor: organisations[id].actor,
      role,
      of,
      ...provenance(place),
    }))
  return [
    ...precedents.flatMap(precedent => rows([precedent.university, precedent.company], 'example', precedent.id, precedent)),
    ...rows([laboratory.university], 'university', 'multimedia-laboratory', labFounded),
    ...rows(aheadOf.companies, 'compared', aheadOf.conference, aheadOf),
    ...rows(training.partners, 'partner', 'training', training.partnersPlace),
    ...rows([training.jointBase.partner], 'partner', 'joint-base', training.jointBase),
    ...rows(competition.organisers, 'organiser', 'competition', competition),
    ...rows(competition.entrants, 'entrant', 'competition', competition),
    ...(alliances as readonly Alliance[]).flatMap(alliance => rows(alliance.members, 'member', alliance.id, alliance)),
    ...rows(beijingFundPartners, 'partner', beijingFund.id, beijingFund),
  ]
}

function allianceRows(words: Words): Row[] {
  return (alliances as readonly Alliance[]).map(alliance => ({
    id: alliance.id,
    what: words.alliances[alliance.id as keyof typeof words.alliances],
    name_zh: alliance.nameZh,
    members: alliance.members,
    size: alliance.size?.value ?? null,
    size_bound: alliance.size?.bound ?? null,
    date: alliance.date ? isoDate(alliance.date) : null,
    fields: alliance.fields?.map(field => words.allianceFields[field as keyof typeof words.allianceFields]) ?? null,
    ...provenance(alliance),
  }))
}

/** The rows of every data file but that of the lists in them, by its name. */
export function dataRows(words: AllWords): Record<RecordFileName, Row[]> {
  const byDataset = Object.fromEntries(Object.entries(figuresByFile).map(([file, records]) =>
    [datasetOf(file), (records as readonly Figure[]).map(figure => figureRow(figure, words))])) as Record<FigureDataset, Row[]>
  const datasets = new Map(Object.entries(byDataset).flatMap(([dataset, rows]) => rows.map(({ id }) => [id, dataset])))
  return {
    ...byDataset,
    'derived': derivedRows(words),
    'flows': flows.map(flow => ({
      id: flow.id,
      what: words.flows[flow.id],
      from: flow.from,
      to: flow.to,
      facet: 'facet' in flow ? flow.facet : null,
      ...provenance(flow),
    })),
    'precedent-flows': precedentRows(words),
    'policy-texts': policyTexts.flatMap(text =>
      text.principles.map(principle => ({
        id: text.id,
        what: words.policyTexts[text.id],
        name_zh: text.nameZh,
        principle: words.principles[principle],
        ...provenance(text),
      })),
    ),
    'talent-mechanisms': mechanismRows(words),
    'organisations': organisationRows(words),
    'alliances': allianceRows(words),
    'cities': cities.map(({ id, nameZh }) => ({
      id,
      what: words.cities[id],
      name_zh: nameZh,
      ...coordinates[id],
      coordinates_from: Object.values(coordinatesSource).join(', '),
      ...provenance(offices.place),
    })),
    'events': timeline.map(({ id, actors, date }) => ({
      id,
      what: words.events[id],
      actor: actors,
      ...amount(date, words),
      printed: date.printed,
      ...provenance(date),
    })),
    'checked-claims': checkedClaimRows(words.others),
    'other-figures': otherFigureRows(words, words.others),
    'other-sources': otherSourceRows(words, words.others),
    'all-figures': figures.map(figure => ({ dataset: datasets.get(figure.id) ?? null, ...figureRow(figure, words) })),
  }
}

/** Datasets that hold the figures of the file of `data/` of the same name. */
type FigureDataset = keyof typeof figuresByFile extends `data/${infer Name}.ts` ? Name : never
