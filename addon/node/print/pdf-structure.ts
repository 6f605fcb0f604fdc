import type { PDFContext } from '@cantoo/pdf-lib'
import type { Box, Unit } from './pdf-units'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { languageRuns } from '../../lib/language-runs'

/** What stands on a page under one number. */
interface Place { page: number, mcid: number }

/** A link or another annotation, and its page. */
export interface Annotation { annotation: PDFRef, page: number }

/** A part of the structure as Chromium has it. */
interface Source {
  role: string
  lang: string | undefined
  alt: string | undefined
  table: CellFacts
  kids: (Source | Place | Annotation)[]
}

/** What a cell of a table says of itself. */
interface CellFacts { Scope?: string, RowSpan?: number, ColSpan?: number }

/** What is painted one after the other and belongs together. */
export interface Run {
  page: number
  units: Unit[]
  /** The numbers under which it stands in its page's content. */
  mcids: number[]
}

/** A part of the structure as it is written. */
export interface Element {
  role: string
  page: number
  lang?: string
  alt?: string
  table?: CellFacts
  /** Where a figure is. */
  box?: Box
  kids: (Element | Run | Annotation)[]
}

export const isElement = (kid: Element | Run | Annotation): kid is Element => 'role' in kid
export const isRun = (kid: Element | Run | Annotation): kid is Run => 'units' in kid

/** What stands within a line. */
const INLINE = ['Link', 'Em', 'Strong', 'Span', 'Code', 'Quote']
/** What has paragraphs in it, and no text of its own. */
const GROUPS = ['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote']
const TABLE_PARTS = ['TR', 'THead', 'TBody', 'TFoot', 'Caption']
const CELLS = ['TD', 'TH']

const isInline = (kid: Element | Run | Annotation) => !isElement(kid) || INLINE.includes(kid.role)

const name = (text: string) => PDFName.of(text)

function textIn(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

/** What the attributes of a table's cell say, as far as it is not what any cell is. */
function cellFacts(attributes: unknown, context: PDFContext): CellFacts {
  const facts: CellFacts = {}
  for (const given of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
    const dict = context.lookup(given as PDFRef)
    if (!(dict instanceof PDFDict))
      continue
    facts.Scope ??= dict.lookupMaybe(name('Scope'), PDFName)?.decodeText()
    for (const key of ['RowSpan', 'ColSpan'] as const) {
      const cells = dict.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? 1
      if (cells > 1)
        facts[key] = cells
    }
  }
  return facts
}

/** The structure that Chromium wrote; undefined where it wrote none. */
export function readStructure(catalog: PDFDict, context: PDFContext, pages: readonly PDFRef[]): Source | undefined {
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const pageOf = (ref: unknown) => pages.findIndex(page => page === ref)
  const read = (dict: PDFDict): Source => {
    const own = pageOf(dict.get(name('Pg')))
    const kids = dict.lookup(name('K'))
    const list: unknown[] = kids instanceof PDFArray ? kids.asArray() : kids ? [dict.get(name('K'))] : []
    return {
      role: dict.lookup(name('S'), PDFName).decodeText(),
      lang: textIn(dict, 'Lang'),
      alt: textIn(dict, 'Alt'),
      table: cellFacts(dict.lookup(name('A')), context),
      kids: list.flatMap((given): (Source | Place | Annotation)[] => {
        const kid = context.lookup(given as PDFRef)
        if (kid instanceof PDFNumber)
          return [{ page: own, mcid: kid.asNumber() }]
        if (!(kid instanceof PDFDict))
          return []
        if (kid.has(name('S')))
          return [read(kid)]
        const page = kid.has(name('Pg')) ? pageOf(kid.get(name('Pg'))) : own
        const annotation = kid.get(name('Obj'))
        return annotation instanceof PDFRef
          ? [{ page, annotation }]
          : [{ page, mcid: kid.lookup(name('MCID'), PDFNumber).asNumber() }]
      }),
    }
  }
  const tops = root?.lookup(name('K'))
  const top = tops instanceof PDFArray ? tops.lookup(0) : tops
  return top instanceof PDFDict ? read(top) : undefined
}

/** As `Map.groupBy`, which Node 20 lacks. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items)
    groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item])
  return groups
}

/** Cuts what stands under one number where its language changes. */
function runsOf(units: Unit[], page: number, lang: string, language: string): (Run | Element)[] {
  const run = (units: Unit[]): Run => ({ page, units, mcids: [] })
  const shown = units.filter(({ text }) => text)
  if (lang !== language)
    return shown.length > 0 ? [{ role: 'Span', page, lang, kids: [run(shown)] }] : []
  const found: (Run | Element)[] = []
  let [at, from] = [0, 0]
  for (const { text, lang: other } of languageRuns(shown.map(({ text }) => text!.words).join(''), language)) {
    const start = at
    from += text.length
    let length = shown.slice(0, at).reduce((sum, { text }) => sum + text!.words.length, 0)
    while (at < shown.length && length < from)
      length += shown[at++]!.text!.words.length
    const part = shown.slice(start, at)
    if (part.length > 0)
      found.push(other ? { role: 'Span', page, lang: other, kids: [run(part)] } : run(part))
  }
  return found
}

/** Puts texts that stand among paragraphs, one after the other on a page, into one. */
function paragraphs(kids: Element['kids']): Element['kids'] {
  const done: Element['kids'] = []
  let open: Element | undefined
  for (const kid of kids) {
    if (!isInline(kid)) {
      open = undefined
      done.push(kid)
      continue
    }
    if (open?.page !== kid.page)
      done.push(open = { role: 'P', page: kid.page, kids: [] })
    open.kids.push(kid)
  }
  return done
}

/** The page on which a part begins; undefined for one without anything painted. */
function firstPage(part: Source | Place | Annotation): number | undefined {
  return 'page' in part ? part.page : part.kids.map(firstPage).find(page => page !== undefined)
}

/** All text of a figure, without what it is made of: a figure is one thing. */
function flat(kids: Element['kids']): Element['kids'] {
  return kids.flatMap(kid => isElement(kid) && !['Link', 'Span'].includes(kid.role) ? flat(kid.kids) : [kid])
}

/**
 * The structure of a document as PDF 1.7 wants it, made of Chromium's: without parts that say nothing, each page a section, texts in
 * paragraphs, lists and tables of the parts that they may have, and each word in another language in a part that says so.
 * @param source Chromium's
 * @param units what stands on each page
 * @param language of the document
 */
export function shapeStructure(source: Source, units: readonly (readonly Unit[])[], language: string): Element {
  const byPlace = units.map(page => grouped(page, ({ mcid }) => mcid))
  const shape = (part: Source | Place | Annotation, lang: string, within: string, page: number): Element['kids'] => {
    if ('annotation' in part)
      return [part]
    if ('mcid' in part)
      return runsOf(byPlace[part.page]?.get(part.mcid) ?? [], part.page, lang, language)
    const own = part.lang ?? lang
    const { role } = part
    const inner = role === 'NonStruct' ? within : role
    const before = firstPage(part) ?? page
    const kids = part.kids.flatMap(kid => shape(kid, own, inner, before))
    const at = kids[0]?.page ?? before
    if (role === 'NonStruct') {
      const isText = part.kids.every(kid => !('role' in kid))
      return GROUPS.includes(within) && !isText && kids.length > 0 && kids.every(isInline) ? [{ role: 'P', page: at, kids }] : kids
    }
    if (kids.length === 0 && ![...CELLS, 'Figure'].includes(role))
      return []
    const element: Element = { role, page: at, kids, ...part.lang && part.lang !== language && { lang: part.lang } }
    if (role === 'Figure')
      return within === 'Figure' ? kids : [{ ...element, alt: part.alt, kids: flat(kids) }]
    if (CELLS.includes(role))
      return [{ ...element, table: part.table }]
    if (role === 'L')
      return [{ ...element, kids: kids.map(kid => isElement(kid) && ['LI', 'Caption'].includes(kid.role) ? kid : item([kid], at)) }]
    if (role === 'LI')
      return [item(kids, at)]
    if (role === 'Table')
      return [{ ...element, kids: kids.filter(kid => isElement(kid) && TABLE_PARTS.includes(kid.role)) }]
    if (GROUPS.includes(role))
      return [{ ...element, kids: paragraphs(kids) }]
    return [element]
  }
  const kids = source.kids.flatMap(kid => shape(kid, language, 'Document', 0))
  const sections = Array.from(grouped(paragraphs(kids), ({ page }) => page), ([page, kids]): Element => ({ role: 'Sect', page, kids }))
  return joined({ role: 'Document', page: 0, lang: language, kids: sections.sort((one, other) => one.page - other.page) })
}

/** Makes one of what follows each other and is of one kind: texts, and texts in one language. */
function joined(element: Element): Element {
  const kids: Element['kids'] = []
  for (const kid of element.kids) {
    const last = kids.at(-1)
    if (last && isRun(last) && isRun(kid) && last.page === kid.page)
      last.units.push(...kid.units)
    else if (last && isElement(last) && isElement(kid) && last.role === 'Span' && kid.role === 'Span' && last.lang === kid.lang)
      last.kids.push(...kid.kids)
    else
      kids.push(kid)
  }
  return { ...element, kids: kids.map(kid => isElement(kid) ? joined(kid) : kid) }
}

/** An item of a list: its mark where it has one, and its body. */
function item(kids: Element['kids'], page: number): Element {
  const isLabel = (kid: Element['kids'][number]) => isElement(kid) && kid.role === 'Lbl'
  const isBody = (kid: Element['kids'][number]) => isElement(kid) && kid.role === 'LBody'
  const body = kids.filter(kid => !isLabel(kid)).flatMap(kid => isBody(kid) ? (kid as Element).kids : [kid])
  return { role: 'LI', page, kids: [...kids.filter(isLabel), { role: 'LBody', page, kids: body }] }
}

/** All elements of a structure, outer ones first. */
export function elementsOf(element: Element): Element[] {
  return [element, ...element.kids.filter(isElement).flatMap(elementsOf)]
}

/** What an element holds, its parts' too, in the order in which one reads. */
export function unitsOf(element: Element): Unit[] {
  return element.kids.flatMap(kid => isElement(kid) ? unitsOf(kid) : isRun(kid) ? kid.units : [])
}

/** The texts of a structure, each that is read without a stop: of a paragraph, a cell, a figure. */
export function textsOf(element: Element): Unit[][] {
  const texts: Unit[][] = []
  const collect = (element: Element, open: Unit[] | undefined) => {
    let own = open
    for (const kid of element.kids) {
      if (isRun(kid)) {
        if (!own)
          texts.push(own = [])
        own.push(...kid.units.filter(({ text }) => text))
      }
      else if (isElement(kid)) {
        const isWithin = INLINE.includes(kid.role)
        if (isWithin && !own)
          texts.push(own = [])
        collect(kid, isWithin ? own : undefined)
        if (!isWithin)
          own = undefined
      }
    }
  }
  collect(element, undefined)
  return texts
}
