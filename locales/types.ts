import type {
  alliances,
  ArticleExhibitName,
  Beneficiary,
  Bound,
  BoundSide,
  CityId,
  Claimant,
  DataColumn,
  FlowId,
  foundations,
  mechanisms,
  modelParts,
  OrganisationId,
  OrganisationRole,
  policyTexts,
  precedents,
  PrintableId,
  ReadingColumn,
  RecordFileName,
  SectionId,
  timeline,
  training,
  Unit,
} from '../data'
import type { OtherWords } from './other-types'
import type { ExhibitWords, Noun } from './parts'
import type { sentenceNames } from './sentence-names'

export type { ExhibitWords, Noun } from './parts'

type IdOf<T extends readonly { readonly id: string }[]> = T[number]['id']

/**
 * What a floor says: `some` more (the article's 多) or `beyond` a mark (its 超过), which both exclude the number; or `counted` from it on, as
 * by us in a list that may go on.
 */
export type FloorKind = 'some' | 'beyond' | 'counted'

/** Punctuation between parts that the deck joins itself, with the spaces that belong to it. */
export interface Punctuation {
  /** Between items of a list, and between parts of a sentence. */
  readonly comma: string
  readonly clause: string
  readonly semicolon: string
  readonly colon: string
  readonly open: string
  readonly close: string
  /** Between two sentences, of which the first ends with its stop; and of which it does not. */
  readonly space: string
  readonly period: string
}

/**
 * All words of the slides in one language. `{n}` stands for a number; `[[figure-id]]` for a formatted figure.
 * A language is a file that satisfies this type, and one that satisfies `DocumentWords`: a missing or superfluous key fails the type check.
 */
export interface Words {
  /** BCP 47 tag for `lang` attributes. */
  readonly language: string
  /** BCP 47 tag for `Intl`, which may name a country; how names are listed after "more than"; and how numbers are printed. */
  readonly intl: { readonly locale: string, readonly list: Intl.ListFormatType, readonly number: Intl.NumberFormatOptions }
  /** How a bound is said around a number `{n}` and its `{unit}`: `compact` beside a mark, `spoken` in a sentence. */
  readonly bounds: {
    readonly exact: string
    readonly compactFloor: Record<FloorKind, string>
    readonly spokenFloor: Record<FloorKind, string>
    readonly compactCeiling: string
    readonly atMost: string
    /** A ceiling that is not reached. */
    readonly below: string
    readonly about: string
    readonly unknown: string
    /** The number of a range: `{low}`, `{high}`. */
    readonly range: string
    readonly spokenRange: string
    /** Where a language says two small numbers that follow each other without a word between: 一两. */
    readonly spokenNeighbours?: string
    /** A quotient, as it binds; keep them short, a chart draws one large. */
    readonly times: Record<Exclude<Bound, 'unknown'>, string>
    readonly midYear: string
    readonly dateRange: string
  }
  readonly punctuation: Punctuation
  /** Where something stands in the article: `{section}`, `{paragraph}`. */
  readonly place: string
  /** Number words from zero upwards; larger numbers stay digits. */
  readonly numerals: readonly string[]
  readonly units: Record<Exclude<Unit, 'times' | 'date'>, Noun>
  readonly boundNames: Record<Bound, string>
  readonly claimants: Record<Claimant, string>
  readonly sections: Record<SectionId, string>
  readonly actors: Record<Beneficiary, string>
  /** What each figure, derived figure and assumption is. */
  readonly figures: Record<PrintableId, string>
  readonly organisations: Record<OrganisationId, string>
  readonly cities: Record<CityId, string>
  readonly flows: Record<FlowId, string>
  readonly precedentFlows: Record<IdOf<(typeof precedents)[number]['flows']>, string>
  readonly precedents: Record<IdOf<typeof precedents>, string>
  readonly modelParts: Record<IdOf<typeof modelParts>, string>
  readonly policyTexts: Record<IdOf<typeof policyTexts>, string>
  readonly principles: Record<(typeof policyTexts)[number]['principles'][number], string>
  readonly mechanisms: Record<IdOf<typeof mechanisms>, string>
  readonly measures: Record<(typeof mechanisms)[number]['measures'][number], string>
  readonly trainingOffers: Record<(typeof training.jointBase.offers | typeof training.titan.offers)[number], string>
  readonly alliances: Record<IdOf<typeof alliances>, string>
  readonly allianceFields: Record<NonNullable<Extract<(typeof alliances)[number], { fields: unknown }>['fields']>[number], string>
  readonly foundations: Record<IdOf<typeof foundations>, string>
  readonly events: Record<IdOf<typeof timeline>, string>
  readonly exhibits: Record<ArticleExhibitName, ExhibitWords>
  readonly labels: Labels
  readonly data: DataWords
  readonly acts: Record<Act, string>
}

/** A sentence of the notes that follows how a figure binds; `[[figure-id:name]]` stands for it. */
export type SentenceName = (typeof sentenceNames)[number]

/** What no slide says: it has files of its own, so that no visitor of the slides waits for it. */
export interface DocumentWords {
  /** By the bound of the figure, and for an exact range. */
  readonly sentences: Record<SentenceName, Record<BoundSide | 'range', string>>
  readonly reading: ReadingWords
  readonly dataFiles: DataFileWords
}

/** All words of a language. */
export interface AllWords extends Words, DocumentWords {
  readonly others: OtherWords
}

/** The acts of the talk, as named in the slides' front matter. */
export type Act = 'opening' | 'precedent' | 'model' | 'evidence' | 'mechanisms' | 'verdict' | 'appendix'

/** Words about the data files (`figures/data-files.ts`). */
export interface DataWords {
  /** The link on a slide. */
  readonly link: string
  /** Its accessible name: starts with the words of the link; `{file}` stands for the file's title. */
  readonly linkName: string
  /** What an assumption follows from. */
  readonly assumption: string
  readonly files: Record<RecordFileName, string>
}

/** Words in the data files. */
export interface DataFileWords {
  /** How to cite the article: `{author}`, `{title}`, `{publisher}`, `{date}`, `{url}`. */
  readonly citation: string
  readonly licence: string
  /** Of the package of all of them: its title, with `{title}` for the article's, and what is in it. */
  readonly package: { readonly title: string, readonly description: string }
  /** Of a file, by what its rows are: `{columns}` with their meaning. */
  readonly figureFile: string
  readonly recordFile: string
  readonly derivedFile: string
  readonly otherFile: string
  readonly listFile: string
  readonly listTitle: string
  /** First sheet of the workbook, and its head: the sheets, what is in them, their columns. */
  readonly contents: Record<'sheet' | 'file' | 'title' | 'column' | 'meaning', string>
  readonly titles: Record<DataColumn, string>
  readonly columns: Record<DataColumn, string>
}

/** Words of the page for reading, `/read/`. */
export interface ReadingWords {
  /** Title of the document; `{title}` is the talk's. */
  readonly documentTitle: string
  /** What kind of text it is, above its title. */
  readonly kind: string
  /** What stands under each slide, and where its facts come from. */
  readonly guide: string
  /** `{n}` minutes. */
  readonly minutes: string
  /** `{n}` slides. */
  readonly slideCount: string
  readonly skip: string
  readonly contents: string
  /** Links to the deck, and to its PDF and data. */
  readonly watch: string
  readonly pdf: string
  /** The reading page itself, with its pictures, to be passed on. */
  readonly oneFile: string
  readonly allFigures: string
  readonly workbook: string
  readonly dataPackage: string
  /** Link to the slide that stands above; `{n}`. */
  readonly slide: string
  /** Alt text of a slide's picture: `{claim}` without a full stop, `{findings}` in sentences. */
  readonly alt: string
  /** Opens the table; `{file}` is the data file's title. */
  readonly table: string
  /** Title of a table with only some rows of the data file; `{file}`. */
  readonly part: string
  /** Before the links to the data file of a table. */
  readonly files: string
  readonly columns: Record<ReadingColumn, string>
  readonly roles: Record<OrganisationRole, string>
  /** Heading of the note at the end, and how the page was made. */
  readonly about: string
  readonly madeFrom: string
}

/** Short labels inside exhibits. */
export interface Labels {
  readonly source: string
  /** Before the names of those who are not the article. */
  readonly otherSources: string
  readonly namesNothing: string
  readonly namesNoFlow: string
  readonly notReported: string
  readonly notNamed: string
  readonly andOthers: string
  readonly undated: string
  readonly allianceOccasion: string
  readonly ourReading: string
  readonly laboratory: string
  readonly company: string
  readonly gives: string
  /** Who gives what to whom, for a screen reader: `{from}`, `{to}`, `{what}`. */
  readonly givesTo: string
  readonly gains: string
  readonly people: string
  readonly papers: string
  readonly days: string
  readonly what: string
  readonly logarithmic: string
  /** What the list of keys says of the key L. */
  readonly logarithmKey: string
  readonly logAxisPeople: string
  /** What a cell of a bar stands for, where that is not one: `{n}` and the `{unit}`. */
  readonly cell: string
  /** A `{figure}` that a logarithmic axis has no place for. */
  readonly offLogAxis: string
  readonly headcountStart: string
  readonly headcountNow: string
  /** How the edge of a field of dots is meant. */
  readonly edges: Record<'at-least' | 'at-most' | 'about', string>
  /** What a dot stands for, `{figure}`; that a cut dot stands for less, and a hollow one for what may not be. */
  readonly dotUnit: string
  readonly dotCut: string
  readonly dotHollow: string
  /** How many members a ring stands for, `{figure}`. */
  readonly ringUnit: string
  readonly ringed: string
  /** Two floors; and any other two numbers. */
  readonly noShare: string
  readonly share: string
  readonly papersAllVenues: string
  readonly papersApart: string
  readonly papersTeam: string
  readonly papersAhead: string
  readonly papersJoint: string
  /** A conference of a year: `{name}`, `{year}`. */
  readonly conferenceOf: string
  readonly trainingElsewhere: string
  readonly trainingHere: string
  readonly firstOffice: string
  readonly cityCount: string
  readonly mapNote: string
  readonly stationNeeds: string
  readonly stationProduct: string
  readonly stationResearch: string
  readonly usualOrder: string
  readonly researchOrder: string
  readonly partnersHead: string
  readonly jointBaseHead: string
  readonly titanHead: string
  readonly organisers: string
  readonly entrants: string
  readonly teamsEntered: string
  readonly rival: string
  readonly fieldsOfWork: string
  /** A dated event, for a screen reader: `{date}`, `{event}`, and whose it is, `{who}`. */
  readonly eventBy: string
  /** Name of the numbers beside a chart. */
  readonly chartTable: string
  /** How long it takes what crowds on the timeline. */
  readonly crowded: string
  readonly figure: string
  readonly value: string
  readonly bound: string
  readonly claimedBy: string
  readonly place: string
  readonly printedAs: string
  readonly stateEdge: string
  readonly facetNote: string
  readonly followsFrom: string
  readonly assumption: string
  /** That a number is neither more nor less, where nobody states it: we worked it out, or assume it. */
  readonly workedOut: string
  readonly openList: string
  /** Name of the deck under an icon: 12 characters or so. */
  readonly shortTitle: string
  /** The way to the page of the appendix that tells more. */
  readonly inDetail: string
  /** Heads of the appendix's tables. */
  readonly date: string
  readonly event: string
  readonly who: string
}
