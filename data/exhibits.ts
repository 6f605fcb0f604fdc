import type { RecordFileName } from './files'
import type { OtherFigure, OtherSource } from './other-types'
import type { Place } from './types'
import { innerStrength, schoolBook } from './closing'
import { computeFigures, gpus, upgradesDependOnNobody } from './compute'
import { flows } from './exchange'
import { headcountFigures, headcountNow, headcountStart, spanFourYears, spanOverFourYears } from './headcount'
import { deepidPublished, labFounded, laboratoryFigures, lowersResistance, newMethod, pioneeringLabs, researchFirst } from './laboratory'
import {
  allianceFounded,
  alliances,
  allianceUniversities,
  competition,
  competitionTeams,
  competitionYear,
  mechanismCount,
  mechanisms,
  training,
} from './mechanisms'
import { firstOffice, offices } from './offices'
import {
  besideHeadcounts,
  checkedClaims,
  doctorShares,
  faceRecords,
  foundingRecords,
  laterHeadcounts,
  modelCounts,
  modelShares,
  otherRecords,
  otherSources,
} from './others'
import { aheadOf, cvprPapers, eccvPapers, paperFigures, papersTotal } from './papers'
import { policyTexts } from './policy'
import { precedents } from './precedents'
import { doctoralResearchers, researcherFigures } from './researchers'
import { publishedOn, repostedOn } from './source'
import { interviewShown, textbookReceived, timeline } from './timeline'

/** What an exhibit shows: the figures it prints, the places of claims without a figure, and the data file with its rows. */
export interface Evidence {
  readonly figures: readonly { readonly id: string }[]
  readonly places?: readonly Place[]
  readonly data?: RecordFileName
  /** Where it shows only a part of that file: ids of what its rows belong to, column `of`. */
  readonly partOf?: readonly string[]
  /** What it shows of other sources; such an exhibit has its words in `locales/*.others.ts`. */
  readonly others?: { readonly figures: readonly OtherFigure[], readonly sources?: readonly OtherSource[] }
}

const checkedIds: readonly string[] = checkedClaims.flatMap(({ others }) => others)
const isChecked = ({ id }: OtherFigure) => checkedIds.includes(id)

/** Figures of the article that were looked up elsewhere. */
const looked = [labFounded, pioneeringLabs, deepidPublished, doctoralResearchers, papersTotal, headcountNow, cvprPapers, eccvPapers]

/**
 * Every exhibit by the name of its component. A slide's source line lists the evidence of the exhibits on it
 * together with the `[[figure-id]]` tokens in its text.
 */
export const exhibits = {
  CoverStrands: { figures: [publishedOn, repostedOn] },
  AnswerExchange: { figures: [doctoralResearchers, papersTotal, allianceUniversities], data: 'flows' },
  PrecedentExchange: { figures: [], places: precedents, data: 'precedent-flows' },
  PolicyTexts: { figures: [], places: policyTexts, data: 'policy-texts' },
  ModelDiagram: { figures: [], places: flows, data: 'flows' },
  LaboratoryPath: { figures: laboratoryFigures, data: 'laboratory' },
  ResearchFirst: { figures: [], places: [lowersResistance, newMethod, researchFirst] },
  HeadcountField: { figures: [headcountStart, headcountNow], data: 'headcount' },
  HeadcountChart: { figures: headcountFigures, data: 'headcount' },
  ResearcherField: { figures: [headcountNow, doctoralResearchers], data: 'researchers' },
  PaperChart: { figures: paperFigures, places: [aheadOf], data: 'papers' },
  TrainingTimeChart: { figures: computeFigures, places: [upgradesDependOnNobody], data: 'compute' },
  OfficeMap: { figures: [firstOffice], places: [offices.place], data: 'cities' },
  MechanismOverview: { figures: [mechanismCount], places: mechanisms, data: 'talent-mechanisms', partOf: mechanisms.map(({ id }) => id) },
  TrainingTogether: {
    figures: [],
    places: [training.jointBase, training.titan],
    data: 'talent-mechanisms',
    partOf: ['joint-base', 'titan'],
  },
  CompetitionEntrants: {
    figures: [competitionTeams, competitionYear],
    places: [competition],
    data: 'organisations',
    partOf: ['competition'],
  },
  AllianceMembers: { figures: [allianceUniversities, allianceFounded], places: alliances, data: 'alliances' },
  TimelineBraid: { figures: timeline.map(event => event.date), data: 'events' },
  ExchangeMatrix: { figures: [], places: flows, data: 'flows' },
  SchoolBook: { figures: [textbookReceived], places: [schoolBook] },
  InnerStrength: { figures: [interviewShown], places: [innerStrength] },
  EvidenceLimits: {
    figures: [headcountNow, papersTotal, gpus, spanFourYears, spanOverFourYears, ...researcherFigures],
    data: 'all-figures',
  },
  SourcesTable: { figures: [], data: 'all-figures' },
  BackupList: { figures: [] },
  EventsTable: { figures: [], data: 'events' },
  MethodTable: { figures: [] },
  DerivedTable: { figures: [], data: 'derived' },
  CheckedClaims: { figures: looked, data: 'checked-claims', others: { figures: otherRecords.filter(isChecked) } },
  FacesChart: { figures: [deepidPublished], data: 'other-figures', others: { figures: [...faceRecords, ...foundingRecords] } },
  LaterHeadcountChart: {
    figures: [headcountStart, headcountNow],
    data: 'other-figures',
    others: { figures: [...laterHeadcounts, ...besideHeadcounts] },
  },
  BeyondChart: { figures: [], data: 'other-figures', others: { figures: [...doctorShares, ...modelCounts, ...modelShares] } },
  OtherSourcesTable: { figures: [], data: 'other-sources', others: { figures: [], sources: otherSources } },
} as const satisfies Record<string, Evidence>

export type ExhibitName = keyof typeof exhibits
/** Exhibits of what other sources say. */
export type OtherExhibitName = {
  [Name in ExhibitName]: (typeof exhibits)[Name] extends { readonly others: unknown } ? Name : never
}[ExhibitName]
/** Exhibits of what the article says, or we say of it. */
export type ArticleExhibitName = Exclude<ExhibitName, OtherExhibitName>
