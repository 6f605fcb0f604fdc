import type { DataModules } from './data-modules'
import { z } from 'zod'
import { actors, bounds, claimants, datePrecisions, measuredUnits, sectionIds, wholeUnits } from '../data/types'
import { otherSchemas } from './other-sources'
import { address, anyList, idText, isRecord, listOf, mapOf, oneOf, recordOf, says, shown, text } from './slips'

export const units = [...wholeUnits, ...measuredUnits, 'date'] as const

const paragraph = z.number(says('a paragraph number'))
const span = z.tuple([paragraph, paragraph], says('first and last paragraph'))
const noHeading = z.literal('', says('\'\': this part of the article has no heading'))

/** Where something stands, and whose claim it is. */
const provenance = {
  section: oneOf(sectionIds),
  paragraph: z.union([paragraph, listOf(paragraph)], says('a paragraph number or a list of them')),
  claimedBy: oneOf(claimants),
}
const statement = { id: idText, ...provenance }

/** A figure of the article; what its number has to be is in `checks/figures.ts`. */
export const figureSchema = recordOf({
  ...statement,
  value: z.unknown().optional(),
  bound: oneOf(bounds),
  unit: oneOf(units),
  precision: oneOf(datePrecisions).optional(),
  printed: text,
})

export const provenanceSchema = z.looseObject(provenance)
export const statementSchema = z.looseObject(statement)

/** What the data names, as far as other records refer to it. */
export interface Names {
  /** Units of the figures, by id. */
  readonly figures: ReadonlyMap<string, unknown>
  readonly organisations: ReadonlyMap<string, unknown>
  readonly cities: readonly string[]
  readonly conferences: readonly string[]
  readonly assumptions: readonly string[]
  readonly events: readonly string[]
  readonly datasets: readonly string[]
  readonly givers: readonly string[]
  readonly gainers: readonly string[]
  /** Of other sources. */
  readonly otherRecords: readonly string[]
  readonly otherSources: readonly string[]
}

const entries = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
function idsOf(value: unknown) {
  return entries(value).flatMap(entry => (isRecord(entry) && typeof entry.id === 'string' ? entry.id : []))
}
const strings = (value: unknown) => entries(value).filter(entry => typeof entry === 'string')

/** The figures that each file lists, by the name that its list has. */
export function listedFigures(exports: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(exports).flatMap(([name, value]) =>
    /^[a-z]+Figures$/.test(name) && name !== 'derivedFigures' ? entries(value) : [],
  )
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  }
  catch {
    return false
  }
}

/** Collects the names from the data, however broken it is. */
export function namesIn(modules: DataModules): Names {
  const exported = (file: string, name: string) => modules[`data/${file}.ts`]?.[name]
  const records = (value: unknown) => (isRecord(value) ? Object.entries(value) : [])
  const papers = exported('papers', 'papers')
  return {
    figures: new Map(
      Object.values(modules)
        .flatMap(listedFigures)
        .flatMap(figure => (isRecord(figure) && typeof figure.id === 'string' ? [[figure.id, figure.unit]] : [])),
    ),
    organisations: new Map(
      records(exported('organisations', 'organisations')).map(([id, organisation]) => [
        id,
        isRecord(organisation) && organisation.actor,
      ]),
    ),
    cities: idsOf(exported('offices', 'cities')),
    conferences: idsOf(isRecord(papers) ? papers.conferences : undefined),
    assumptions: idsOf(exported('compute', 'assumptions')),
    events: idsOf(exported('timeline', 'timeline')),
    datasets: strings(exported('files', 'dataFileNames')),
    givers: strings(exported('exchange', 'givers')),
    gainers: strings(exported('exchange', 'gainers')),
    otherRecords: idsOf(exported('others', 'otherRecords')),
    otherSources: idsOf(exported('others', 'otherSources')),
  }
}

/** What each export of each file of `data/` has to look like, apart from single figures and statements, which are known by their fields. */
export function dataSchemas(names: Names): Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> {
  const organisation = (actor?: string) => {
    const ids = [...names.organisations].flatMap(([id, own]) => (actor === undefined || own === actor ? id : []))
    return oneOf(ids, `${actor === undefined ? 'an organisation' : `a ${actor}`} of data/organisations.ts`)
  }
  /** A figure that is listed, of one of these units. */
  const figure = (...wanted: readonly string[]) =>
    z.unknown().superRefine((value, context) => {
      const unit = isRecord(value) ? names.figures.get(String(value.id)) : undefined
      const isListed = isRecord(value) && names.figures.has(String(value.id))
      const isOfAnother = wanted.length > 0 && !wanted.includes(String(unit)) && (units as readonly unknown[]).includes(unit)
      if (!isListed || isOfAnother) {
        const what
          = isRecord(value) && value.id !== undefined
            ? `"${String(value.id)}"${isListed ? ` in ${shown(unit)}` : ', which no …Figures lists'}`
            : shown(value)
        context.addIssue({
          code: 'custom',
          message: `expected a figure${wanted.length ? ` in ${wanted.join(' or ')}` : ''}, found ${what}`,
        })
      }
    })
  const assumption = z.unknown().superRefine((value, context) => {
    if (!isRecord(value) || !names.assumptions.includes(String(value.id))) {
      context.addIssue({
        code: 'custom',
        message: `expected one of the assumptions (${names.assumptions.join(', ')}), found ${shown(value)}`,
      })
    }
  })
  // What they have to be is said where they are figures.
  const anything = z.unknown().optional()
  const bounded = z.looseObject({ id: text, value: anything, bound: anything }, says('a number with its bound'))
  const city = oneOf(names.cities, 'a city of data/offices.ts')
  const cityList = listOf(recordOf({ id: idText, nameZh: text }))
  const ids = listOf(idText)
  const credited = listOf(oneOf(actors))
  const paperCount = recordOf({ id: idText, count: figure('papers'), year: figure('date').optional(), creditedTo: credited })
  const printedIn = { id: idText, nameZh: text, url: address.optional(), date: figure('date') }
  // What they have to be is said where they are listed.
  const otherRecord = z.looseObject({ id: text }, says('a record of data/others.ts'))
  const degrees = z.number(says('decimal degrees'))

  return {
    'data/source.ts': {
      source: recordOf({
        title: text,
        author: text,
        publishedIn: recordOf({ ...printedIn, url: address }),
        repostedIn: recordOf({ ...printedIn, by: text }),
        sections: recordOf(
          Object.fromEntries(sectionIds.map(id => [id, ['header', 'lead'].includes(id) ? noHeading : text])),
        ),
      }),
      sectionParagraphs: recordOf(Object.fromEntries(sectionIds.map(id => [id, span]))),
    },
    'data/precedents.ts': {
      precedents: listOf(
        recordOf({
          ...statement,
          university: organisation('university'),
          company: organisation('company'),
          flows: listOf(recordOf({ ...statement, direction: oneOf(['to-company', 'to-university']) }), { mayBeEmpty: true }),
        }),
      ),
    },
    'data/policy.ts': {
      policyTexts: listOf(recordOf({ ...statement, nameZh: text, principles: ids })),
      examplesAreRare: recordOf(statement),
    },
    'data/laboratory.ts': {
      lowersResistance: recordOf(statement),
      newMethod: recordOf(statement),
      researchFirst: recordOf(statement),
      laboratory: recordOf({
        founder: idText,
        founderZh: text,
        university: organisation('university'),
        steps: listOf(figure('date')),
      }),
    },
    'data/headcount.ts': {
      headcount: recordOf({
        unit: oneOf(['people']),
        start: recordOf({ count: figure('people'), date: figure('date') }),
        now: recordOf({ count: figure('people'), spans: listOf(figure('years')) }),
      }),
    },
    'data/researchers.ts': {
      researchers: recordOf({
        unit: oneOf(['people']),
        count: figure('people'),
        calledZh: mapOf(text, [...names.figures.keys()], 'the id of a figure'),
      }),
    },
    'data/papers.ts': {
      aheadOf: recordOf({
        ...statement,
        conference: oneOf(names.conferences, 'the id of a conference of papers'),
        companies: listOf(organisation('company')),
      }),
      papers: recordOf({ unit: oneOf(['papers']), total: paperCount, conferences: listOf(paperCount) }),
    },
    'data/compute.ts': {
      upgradesDependOnNobody: recordOf(statement),
      assumptions: listOf(recordOf({ id: idText, value: anything, bound: oneOf(['exact']), unit: oneOf(units) })),
      compute: recordOf({
        platform: text,
        gpus: figure('gpus'),
        training: recordOf({ elsewhere: figure('months'), here: figure('days'), daysPerMonth: assumption }),
      }),
    },
    'data/offices.ts': {
      cities: cityList,
      offices: recordOf({ first: recordOf({ count: figure('offices'), city }), cities: cityList, place: recordOf(provenance) }),
    },
    'data/coordinates.ts': {
      coordinates: mapOf(
        recordOf({ latitude: degrees, longitude: degrees }),
        names.cities,
        'the id of a city of data/offices.ts',
      ),
      coordinatesSource: recordOf({ name: text, url: address, licence: text }),
      mapWindow: recordOf({ west: degrees, east: degrees, south: degrees, north: degrees }),
    },
    'data/organisations.ts': {
      organisations: mapOf(recordOf({ nameZh: text, actor: oneOf(actors) })),
    },
    'data/mechanisms.ts': {
      mechanisms: listOf(recordOf({ ...statement, nameZh: text, measures: ids })),
      training: recordOf({
        partners: listOf(organisation('university')),
        partnersPlace: recordOf(provenance),
        jointBase: recordOf({ ...provenance, partner: organisation('university'), nameZh: text, offers: ids }),
        titan: recordOf({ ...provenance, nameZh: text, offers: ids }),
      }),
      competition: recordOf({
        ...provenance,
        name: text,
        year: figure('date'),
        organisers: listOf(organisation()),
        teams: figure('teams'),
        entrants: listOf(organisation()),
        rival: organisation('company'),
      }),
      alliances: listOf(
        recordOf({
          ...statement,
          nameZh: text,
          members: listOf(organisation()),
          size: figure('universities').optional(),
          date: figure('date').optional(),
          fields: ids.optional(),
        }),
      ),
    },
    'data/timeline.ts': {
      timeline: listOf(recordOf({ id: idText, date: figure('date'), actors: credited })),
      beijingFundPartners: listOf(organisation()),
      foundations: listOf(
        recordOf({
          id: oneOf(names.events, 'the id of an event of the timeline'),
          nameZh: text,
          kind: oneOf(['fund', 'station']),
        }),
      ),
    },
    'data/exchange.ts': {
      flows: listOf(
        recordOf({
          ...statement,
          from: oneOf(names.givers),
          to: oneOf(names.gainers),
          facet: oneOf(['teaching', 'research']).optional(),
        }),
      ),
      givers: listOf(oneOf(actors)),
      gainers: listOf(oneOf([...actors, 'public'])),
      modelParts: listOf(recordOf({ id: idText, zh: text, actor: oneOf(actors) })),
    },
    'data/closing.ts': {
      schoolBook: recordOf({ ...statement, titleZh: text }),
      innerStrength: recordOf({ ...statement, speaker: text, speakerZh: text, interviewer: text, interviewerZh: text }),
    },
    'data/files.ts': {
      dataFileNames: ids,
      dataColumns: listOf(text),
      readingColumns: listOf(text),
      organisationRoles: listOf(text),
    },
    'data/others.ts': otherSchemas(names),
    'data/derived.ts': {
      derivedFigures: listOf(
        recordOf({
          id: idText,
          value: anything,
          bound: oneOf(bounds),
          unit: oneOf(units),
          precision: oneOf(datePrecisions).optional(),
          from: listOf(text),
        }),
      ),
    },
    'data/parts.ts': {
      parts: listOf(recordOf({ part: bounded, whole: bounded, complete: z.literal(true, says('true')).optional() })),
    },
    'locales/editions.ts': {
      editions: listOf(
        recordOf({
          id: idText,
          language: text.refine(isLanguage, says('a language tag as in zh-CN')),
          entry: text,
          folder: z.string(says('a folder with a slash at its end')),
          name: text,
          sameSlide: text,
          offer: text,
          accept: text,
          decline: text,
        }),
      ),
    },
    'data/exhibits.ts': {
      exhibits: mapOf(
        recordOf({
          figures: anyList(figure()),
          places: listOf(provenanceSchema).optional(),
          data: oneOf(names.datasets, 'a name of dataFileNames in data/files.ts').optional(),
          partOf: ids.optional(),
          others: recordOf({ figures: anyList(otherRecord), sources: anyList(otherRecord).optional() }).optional(),
        }),
      ),
    },
  }
}
