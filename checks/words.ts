import type { DataModules } from './data-modules'
import type { Slip } from './slips'
import { nearestTo } from '../addon/deck'
import { otherBounds, readings, verdicts } from '../data/other-types'
import { actors, bounds, claimants, measuredUnits, sectionIds, wholeUnits } from '../data/types'
import { figureStyles } from '../figures/format'
import { isRecord, shown } from './slips'

/** The words of one edition as written, tokens and all. */
export interface EditionWords {
  readonly id: string
  readonly language: string
  readonly words: unknown
}

/** A slip in the words of an edition. */
export interface WordSlip extends Slip {
  readonly edition: string
}

/** Every `{name}` that something fills in (`locales/types.ts` says which where). */
const PLACEHOLDERS = [
  'n',
  'unit',
  'low',
  'high',
  'section',
  'paragraph',
  'names',
  'name',
  'year',
  'time',
  'title',
  'total',
  'claim',
  'act',
  'file',
  'findings',
  'author',
  'publisher',
  'date',
  'url',
  'figure',
  'from',
  'to',
  'what',
  'who',
  'event',
  'base',
]
/** Texts that may be empty: what stands between two parts, and nouns of a language whose measure words say enough. */
const MAY_BE_EMPTY = /^(?:punctuation\.|units\.\w+\.(?:one|other)$|sentences\.\w+\.unknown$)/
/** Zero to twenty: one that is left out would make each after it another number. */
const NUMERALS = 21
/** Fields that an edition needs only where its language does. */
const OWN_TO_A_LANGUAGE = /^(?:stage\.buttons|(?:others\.)?units\.\w+\.(?:measure|floor)|numerals\.|intl\.|bounds\.spokenNeighbours$)/
const TOKEN = /\[\[([^\]:]*)(?::([^\]]*))?\]\]/g

const joined = (path: readonly PropertyKey[]) => path.map(String).join('.')
function idsOf(list: unknown) {
  return Array.isArray(list) ? list.flatMap(entry => (isRecord(entry) && typeof entry.id === 'string' ? entry.id : [])) : []
}
const textsOf = (list: unknown) => (Array.isArray(list) ? list.filter(entry => typeof entry === 'string') : [])
const field = (record: unknown, name: string) => (isRecord(record) ? record[name] : undefined)
const each = (list: unknown, name: string) => (Array.isArray(list) ? list.flatMap(entry => field(entry, name) ?? []) : [])

/** The ids that the data has, by the record of words that has to name them. */
function wantedKeys(modules: DataModules, printables: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const exported = (file: string, name: string) => modules[`data/${file}.ts`]?.[name]
  const keysOf = (file: string, name: string) =>
    Object.keys(isRecord(exported(file, name)) ? (exported(file, name) as object) : {})
  const training = exported('mechanisms', 'training')
  const others = (name: string) => idsOf(exported('others', name))
  const exhibits = Object.entries(isRecord(exported('exhibits', 'exhibits')) ? (exported('exhibits', 'exhibits') as object) : {})
  const isOther = (evidence: unknown) => isRecord(evidence) && 'others' in evidence
  const exhibitNames = (wanted: boolean) => exhibits.flatMap(([name, evidence]) => isOther(evidence) === wanted ? name : [])
  return {
    'figures': printables,
    'units': [...wholeUnits, ...measuredUnits.filter(unit => unit !== 'times')],
    'boundNames': bounds,
    'claimants': claimants,
    'sections': sectionIds,
    'actors': [...actors, 'public'],
    'organisations': keysOf('organisations', 'organisations'),
    'cities': idsOf(exported('offices', 'cities')),
    'flows': idsOf(exported('exchange', 'flows')),
    'precedents': idsOf(exported('precedents', 'precedents')),
    'precedentFlows': idsOf(each(exported('precedents', 'precedents'), 'flows')),
    'modelParts': idsOf(exported('exchange', 'modelParts')),
    'policyTexts': idsOf(exported('policy', 'policyTexts')),
    'principles': textsOf(each(exported('policy', 'policyTexts'), 'principles')),
    'mechanisms': idsOf(exported('mechanisms', 'mechanisms')),
    'measures': textsOf(each(exported('mechanisms', 'mechanisms'), 'measures')),
    'trainingOffers': ['jointBase', 'titan'].flatMap(name => textsOf(field(field(training, name), 'offers'))),
    'alliances': idsOf(exported('mechanisms', 'alliances')),
    'allianceFields': textsOf(each(exported('mechanisms', 'alliances'), 'fields')),
    'foundations': idsOf(exported('timeline', 'foundations')),
    'events': idsOf(exported('timeline', 'timeline')),
    'exhibits': exhibitNames(false),
    'others.exhibits': exhibitNames(true),
    'others.figures': others('otherRecords'),
    'others.sources': others('otherSources'),
    'others.claims': others('checkedClaims'),
    'others.bases': textsOf(each(exported('others', 'otherRecords'), 'base')),
    'others.verdicts': verdicts,
    'others.readings': readings,
    'others.boundNames': otherBounds,
    'data.files': textsOf(exported('files', 'dataFileNames')).filter(name => name !== 'lists'),
    'dataFiles.columns': textsOf(exported('files', 'dataColumns')),
    'reading.columns': textsOf(exported('files', 'readingColumns')),
    'reading.roles': textsOf(exported('files', 'organisationRoles')),
  }
}

/** Names for ids that the data has not, and ids without a name. */
function* keySlips(words: unknown, wanted: Readonly<Record<string, readonly string[]>>): Generator<Slip> {
  for (const [name, list] of Object.entries(wanted)) {
    const ids = [...new Set(list)]
    const path = name.split('.')
    const record = path.reduce(field, words)
    if (!isRecord(record)) {
      yield { path, expected: `expected words for ${ids.slice(0, 3).join(', ')}…, found ${shown(record)}` }
      continue
    }
    for (const id of Object.keys(record).filter(id => !ids.includes(id))) {
      yield {
        path: [...path, id],
        expected: 'expected only ids that the data has, found one that it has not',
        nearest:
          nearestTo(
            id,
            ids.filter(other => !(other in record)),
          ) ?? nearestTo(id, ids),
      }
    }
    for (const id of ids.filter(id => !(id in record))) {
      yield {
        path: [...path, id],
        expected: 'expected words for it, as the data has it, found none',
        nearest: nearestTo(
          id,
          Object.keys(record).filter(other => !ids.includes(other)),
        ),
      }
    }
  }
}

/** Every text of a record, by its path. */
function* texts(
  value: unknown,
  path: readonly PropertyKey[] = [],
): Generator<readonly [path: readonly PropertyKey[], text: unknown]> {
  if (isRecord(value) || Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, [...path, key])
  }
  else {
    yield [path, value]
  }
}

const tokensOf = (text: string) => Array.from(text.matchAll(TOKEN), ([token, id = '', style]) => ({ token, id, style }))
const placeholdersOf = (text: string) => Array.from(text.matchAll(/\{(\w*)\}/g), ([, name = '']) => name)
const lowered = (style: string) => style.charAt(0).toLowerCase() + style.slice(1)

/** What can be wrong in a text by itself. */
function* textSlips(
  path: readonly PropertyKey[],
  text: unknown,
  printables: readonly string[],
  printed: readonly string[],
): Generator<Slip> {
  if (typeof text !== 'string') {
    if (!/^intl\./.test(joined(path)))
      yield { path, expected: `expected a text, found ${shown(text)}` }
    return
  }
  if (text.trim() === '' && !MAY_BE_EMPTY.test(joined(path)))
    yield { path, expected: 'expected a text that is not empty' }
  for (const { token, id, style } of tokensOf(text)) {
    if (!printables.includes(id)) {
      yield { path, expected: `expected the id of a figure in ${token}, found ${shown(id)}`, nearest: nearestTo(id, printables) }
    }
    else if (style !== undefined && !(figureStyles as readonly string[]).includes(lowered(style))) {
      yield {
        path,
        expected: `expected one of the styles ${figureStyles.join(', ')} in ${token}, found ${shown(style)}`,
        nearest: nearestTo(style, figureStyles),
      }
    }
    else if (style !== undefined && lowered(style) === 'printed' && !printed.includes(id)) {
      yield { path, expected: `expected another style in ${token}: the article does not print this figure, we work it out` }
    }
  }
  if (/\[\[|\]\]/.test(text.replace(TOKEN, '')))
    yield { path, expected: `expected tokens as in [[headcount-now]], found a bracket without its pair in ${shown(text)}` }
  for (const name of placeholdersOf(text).filter(name => !PLACEHOLDERS.includes(name)))
    yield { path, expected: `expected a placeholder that is filled in, found {${name}}`, nearest: nearestTo(name, PLACEHOLDERS) }
}

const missing = (from: readonly string[], of: readonly string[]) => [...new Set(of)].filter(item => !from.includes(item))

/** Where an edition says more or less than the first one. */
function* differences(
  own: ReadonlyMap<string, WrittenText>,
  first: ReadonlyMap<string, WrittenText>,
  firstId: string,
  printables: readonly string[],
): Generator<Slip> {
  for (const [key, { path, text }] of own) {
    if (OWN_TO_A_LANGUAGE.test(key))
      continue
    const other = first.get(key)
    if (!other) {
      yield {
        path,
        expected: `expected nothing of that name: the edition "${firstId}" has none`,
        nearest: nearestTo(
          key,
          [...first.keys()].filter(name => !own.has(name)),
        ),
      }
      continue
    }
    if (typeof text !== 'string' || typeof other.text !== 'string')
      continue
    const [ids, otherIds] = [text, other.text].map(text =>
      tokensOf(text)
        .map(({ id }) => id)
        .filter(id => printables.includes(id)),
    ) as [string[], string[]]
    for (const id of missing(ids, otherIds))
      yield { path, expected: `expected [[${id}]] as in the edition "${firstId}", found ${shown(text)}` }
    for (const id of missing(otherIds, ids)) {
      yield {
        path,
        expected: `expected the same figures in all editions, found [[${id}]], which the edition "${firstId}" has not here`,
      }
    }
    for (const name of missing(placeholdersOf(text), placeholdersOf(other.text)))
      yield { path, expected: `expected {${name}} as in the edition "${firstId}", found ${shown(text)}` }
    for (const name of missing(placeholdersOf(other.text), placeholdersOf(text)).filter(name => PLACEHOLDERS.includes(name))) {
      yield {
        path,
        expected: `expected the same placeholders in all editions, found {${name}}, which the edition "${firstId}" has not here`,
      }
    }
  }
  for (const [key, { path }] of first) {
    if (!own.has(key) && !OWN_TO_A_LANGUAGE.test(key))
      yield { path, expected: `expected words for it, as in the edition "${firstId}", found none` }
  }
}

interface WrittenText {
  readonly path: readonly PropertyKey[]
  readonly text: unknown
}

/** What `Intl` and the counting of words need to work. */
function* languageSlips({ words, language }: EditionWords): Generator<Slip> {
  const units = field(words, 'units')
  for (const [unit, noun] of Object.entries(isRecord(units) ? units : {})) {
    if (isRecord(noun) && noun.measure === undefined && [noun.one, noun.other].includes('')) {
      yield {
        path: ['units', unit],
        expected: `expected a singular and a plural, or a measure word in their place, found ${shown(noun)}`,
      }
    }
  }
  const numerals = field(words, 'numerals')
  if (!Array.isArray(numerals) || numerals.length !== NUMERALS || new Set(numerals).size < numerals.length) {
    const found = Array.isArray(numerals) ? `${numerals.length} of them` : shown(numerals)
    yield { path: ['numerals'], expected: `expected the ${NUMERALS} number words from zero to twenty, each once, found ${found}` }
  }
  const own = field(words, 'language')
  if (own !== language)
    yield { path: ['language'], expected: `expected ${shown(language)}, as locales/editions.ts says, found ${shown(own)}` }
  const { locale, list, number } = (isRecord(field(words, 'intl')) ? field(words, 'intl') : {}) as Record<string, unknown>
  const attempts = [
    ['locale', 'a language tag that Intl knows', () => Intl.NumberFormat.supportedLocalesOf(locale as string).length > 0, locale],
    [
      'list',
      'conjunction, disjunction or unit',
      () => Boolean(new Intl.ListFormat('en', { type: list as Intl.ListFormatType })) && list !== undefined,
      list,
    ],
    ['number', 'options of Intl.NumberFormat', () => isRecord(number) && Boolean(new Intl.NumberFormat('en', number)), number],
  ] as const
  for (const [name, expected, works, value] of attempts) {
    if (!succeeds(works))
      yield { path: ['intl', name], expected: `expected ${expected}, found ${shown(value)}` }
  }
}

function succeeds(attempt: () => boolean): boolean {
  try {
    return attempt()
  }
  catch {
    return false
  }
}

/**
 * What is wrong in the words of the editions: against the data, in themselves, and against the first edition.
 * @param editions words as written; the first is what the others are compared with
 * @param modules the data
 * @param printables ids that a token may name
 * @param printed those of them that the article prints
 */
export function wordSlips(
  editions: readonly EditionWords[],
  modules: DataModules,
  printables: readonly string[],
  printed: readonly string[],
): WordSlip[] {
  const wanted = wantedKeys(modules, printables)
  const written = editions.map(
    ({ words }) => new Map([...texts(words)].map(([path, text]): [string, WrittenText] => [joined(path), { path, text }])),
  )
  const keys = editions.map(({ words }) => (words === undefined ? [] : [...keySlips(words, wanted)]))
  const named = new Set(keys.flat().map(({ path }) => joined(path)))
  return editions.flatMap((edition, index) => {
    const isNew = ({ path }: Slip) => !named.has(joined(path)) && !named.has(joined(path.slice(0, -1)))
    if (edition.words === undefined) {
      return [
        {
          path: [],
          edition: edition.id,
          expected: `expected words in locales/records.ts for the edition "${edition.id}", found none`,
        },
      ]
    }
    const own = [...written[index]!.values()].flatMap(({ path, text }) => [...textSlips(path, text, printables, printed)])
    const others = index === 0 ? [] : [...differences(written[index]!, written[0]!, editions[0]!.id, printables)].filter(isNew)
    return [...keys[index]!, ...languageSlips(edition), ...own, ...others].map(slip => ({ ...slip, edition: edition.id }))
  })
}

/** A component that shows a label which the words have not. */
export interface LabelUse {
  readonly component: string
  readonly line: number
  readonly name: string
  readonly nearest?: string
}

/** Labels that components name and no edition has: Vue would show nothing in their place. */
export function unknownLabels(components: ReadonlyMap<string, string>, words: unknown): LabelUse[] {
  const labels = field(words, 'labels')
  const known = isRecord(labels) ? Object.keys(labels) : []
  if (known.length === 0)
    return []
  return [...components].flatMap(([component, code]) =>
    Array.from(code.matchAll(/(?<!(?:talkWords|others)\.)\blabels\.(\w+)/g))
      .filter(([, name]) => !known.includes(name!))
      .map(({ index, 1: name }) => ({
        component,
        line: code.slice(0, index).split('\n').length,
        name: name!,
        nearest: nearestTo(name!, known),
      })),
  )
}
