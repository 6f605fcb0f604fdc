import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib'
import type { Operation } from './pdf-content'
import type { Element, Run } from './pdf-structure'
import type { Box, Pen, Unit } from './pdf-units'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { readContent, writeContent } from './pdf-content'
import { glyphsOf, streamText } from './pdf-glyphs'
import { elementsOf, isElement, isRun, readStructure, shapeStructure, textsOf, unitsOf } from './pdf-structure'
import { boxAround, readUnits } from './pdf-units'

/** A picture on a page, as the page that was printed has it. */
export interface Picture {
  /** What it says, for those who cannot see it. */
  alt: string
  /** Its left, upper, right and lower edge, in points from the page's upper left corner. */
  edges: readonly [left: number, top: number, right: number, bottom: number]
}

const name = (text: string) => PDFName.of(text)

/** What is no content: backgrounds, rules, bullets; and the numbers of pages. */
const GROUND = { operator: 'BMC', operands: ['/Artifact'] }
const NUMBER = { operator: 'BDC', operands: ['/Artifact', '<</Type /Pagination /Subtype /Footer>>'] }

/** Types of structure that readers know only since PDF 2.0, as what they are in 1.7. */
const ROLES: Readonly<Record<string, string>> = { Em: 'Span', Strong: 'Span', Aside: 'Div' }

/** The pen with which a page begins. */
const PEN: Pen = [1, 0, 0, 10]
const PEN_OPERATORS = ['w', 'J', 'j', 'M'] as const

/** Points by which what belongs to a picture may stand beyond it. */
const BEYOND = 2

function isWithin([left, bottom, right, top]: Box, [l, b, r, t]: Box): boolean {
  return left >= l - BEYOND && bottom >= b - BEYOND && right <= r + BEYOND && top <= t + BEYOND
}

const IDEOGRAPH = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u

/**
 * Whether one reads a blank between two texts that has not been printed, as at the end of a line.
 * @param before all that is read before it
 * @param next the first of what follows
 * @param isIdeographic whether the document is in Chinese, where no blank stands beside an ideograph
 */
export function needsBlank(before: readonly Unit[], next: Unit, isIdeographic: boolean): boolean {
  const [one, other] = [before.at(-1)!.text!, next.text!]
  const [last, first] = [one.words.at(-1) ?? '', [...other.words][0] ?? '']
  const isSpaced = (text: string) => text === '' || /\s/.test(text)
  if (isSpaced(last) || isSpaced(first))
    return false
  const apart = Math.hypot(other.start[0] - one.end[0], other.start[1] - one.end[1])
  if (apart < (before.at(-1)!.mcid === next.mcid ? 0.4 : 0.12) * Math.max(one.size, other.size))
    return false
  const ideographs = [last, first].filter(text => IDEOGRAPH.test(text)).length
  // Punctuation of Chinese leaves half of its place empty.
  const isOneLine = Math.abs(other.start[1] - one.end[1]) < 1 && apart < Math.max(one.size, other.size)
  if (ideographs === 2 || (ideographs > 0 && (isIdeographic || isOneLine)))
    return false
  // A compound goes on after its hyphen; a dash with a blank before it has one after it.
  return !/[-‐–—/]/.test(last) || isSpaced(before.at(-2)?.text?.words.at(-1) ?? 'x')
}

/** A figure for a picture without a word, of which Chromium says nothing, at the end of its page. */
function wordless(root: Element, page: number, alt: string): Element {
  const figure: Element = { role: 'Figure', page, alt, kids: [] }
  root.kids.filter(isElement).find(section => section.page === page)!.kids.push(figure)
  return figure
}

/** Puts the text that a page shows, and what a picture is made of, into the structure; what remains is no content. */
function ownersOf(
  root: Element,
  units: readonly (readonly Unit[])[],
  pages: readonly PDFPage[],
  pictures: readonly (readonly Picture[])[],
): Map<Unit, Run> {
  const owners = new Map<Unit, Run>()
  const elements = elementsOf(root)
  for (const element of elements) {
    for (const run of element.kids.filter(isRun))
      run.units.forEach(unit => owners.set(unit, run))
  }
  units.forEach((page, at) => {
    const height = pages[at]!.getHeight()
    for (const { alt, edges: [left, top, right, bottom] } of pictures[at] ?? []) {
      const box: Box = [left, height - bottom, right, height - top]
      const isIt = (element: Element) => element.role === 'Figure' && element.page === at && element.alt === alt && !element.box
      const figure = elements.find(isIt) ?? wordless(root, at, alt)
      const drawn: Run = { page: at, mcids: [], units: page.filter(unit => !owners.has(unit) && isWithin(unit.box, box)) }
      drawn.units.forEach(unit => owners.set(unit, drawn))
      if (drawn.units.length > 0)
        figure.kids.push(drawn)
      figure.box = boxAround(unitsOf(figure).map(({ box }) => box))
    }
  })
  return owners
}

/** The units after which a blank is to be written. */
function blanksIn(root: Element, language: string): Set<Unit> {
  const after = new Set<Unit>()
  for (const text of textsOf(root)) {
    for (let at = 1; at < text.length; at++) {
      if (needsBlank(text.slice(Math.max(0, at - 2), at), text[at]!, language.startsWith('zh')))
        after.add(text[at - 1]!)
    }
  }
  return after
}

const written = (number: number) => String(Math.round(number * 1e5) / 1e5)

/** A blank where a line ends: the font's own, or where it has none, what is read in place of the last letter. */
function withBlank(show: Operation, { text }: Unit): Operation[] {
  const { advance, font, words } = text!
  if (font.space === undefined || font.length === 1) {
    const read = PDFHexString.fromText(`${words} `).toString()
    return [{ operator: 'BDC', operands: ['/Span', `<</ActualText ${read}>>`] }, show, { operator: 'EMC', operands: [] }]
  }
  const code = `<${font.space.toString(16).padStart(4, '0')}>`
  const to = (way: number): Operation => ({ operator: 'Td', operands: [written(way), '0'] })
  return [show, to(advance), { operator: 'Tj', operands: [code] }, to(-advance)]
}

interface PageMarks {
  owners: ReadonlyMap<Unit, Run>
  blanks: ReadonlySet<Unit>
  roleOf: ReadonlyMap<Run, string>
  penOf: (state: string) => Pen | undefined
}

/**
 * The operations of a page with marks of our own: all that is painted belongs to a part of the structure, or is none of the content. Pens
 * are set by operators of their own, as Inkscape 1.2 does not look for them in a graphics state.
 */
function markContent(operations: readonly Operation[], units: readonly Unit[], { owners, blanks, roleOf, penOf }: PageMarks): Operation[] {
  const starts = new Map(units.map(unit => [unit.from, unit]))
  const done: Operation[] = []
  let numbers = 0
  let mark: Run | typeof GROUND | undefined
  /** What a text begins with, before its first letter; undefined outside of text, or within. */
  let begun: Operation[] | undefined
  let isInText = false
  let pens = { wanted: PEN, set: PEN }
  const saved: typeof pens[] = []

  const open = (next: typeof mark) => {
    if (mark)
      done.push({ operator: 'EMC', operands: [] })
    mark = next
    if (next && 'units' in next) {
      next.mcids.push(numbers)
      done.push({ operator: 'BDC', operands: [`/${roleOf.get(next)!}`, `<</MCID ${numbers++}>>`] })
    }
    else if (next) {
      done.push(next)
    }
  }
  const setPen = () => {
    PEN_OPERATORS.forEach((operator, at) => {
      if (pens.wanted[at] !== pens.set[at])
        done.push({ operator, operands: [written(pens.wanted[at]!)] })
    })
    pens.set = pens.wanted
  }

  for (let at = 0; at < operations.length; at++) {
    const operation = operations[at]!
    const { operator, operands } = operation
    const unit = starts.get(at)
    if (unit) {
      const wanted = owners.get(unit) ?? (unit.text ? NUMBER : GROUND)
      if (unit.text && isInText && wanted !== mark) {
        done.push({ operator: 'ET', operands: [] })
        open(wanted)
        done.push({ operator: 'BT', operands: [] }, { operator: 'Tm', operands: unit.text.line.map(written) })
      }
      else if (wanted !== mark) {
        open(wanted)
      }
      if (unit.text) {
        done.push(...begun ?? [], ...blanks.has(unit) ? withBlank(operation, unit) : [operation])
        begun = undefined
        isInText = true
        continue
      }
      if (unit.isStroked)
        setPen()
      done.push(...operations.slice(unit.from, unit.to + 1))
      at = unit.to
      continue
    }
    if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC')
      continue
    if (operator === 'q')
      saved.push({ ...pens })
    if (operator === 'Q')
      pens = saved.pop() ?? pens
    if (operator === 'gs')
      pens.wanted = penOf(operands[0]!.slice(1)) ?? pens.wanted
    if (operator === 'BT') {
      begun = [operation]
      continue
    }
    if (operator === 'ET') {
      // A text without a letter leaves only its font and colour.
      done.push(...begun?.filter(({ operator }) => !['BT', 'Tm', 'Td'].includes(operator)) ?? [operation])
      begun = undefined
      isInText = false
      continue
    }
    (begun ?? done).push(operation)
  }
  open(undefined)
  return done
}

/** The pens of the graphics states that a page knows. */
function pensOf(page: PDFPage): (state: string) => Pen | undefined {
  const states = page.node.Resources()?.lookupMaybe(name('ExtGState'), PDFDict)
  return (state) => {
    const dict = states?.lookupMaybe(name(state), PDFDict)
    const number = (key: string) => dict?.lookupMaybe(name(key), PDFNumber)?.asNumber()
    const [width, cap, join, miter] = [number('LW'), number('LC'), number('LJ'), number('ML')]
    return width === undefined ? undefined : [width, cap ?? PEN[1], join ?? PEN[2], miter ?? PEN[3]]
  }
}

function contentOf(page: PDFPage): string {
  const content = page.node.Contents()
  const streams = content instanceof PDFArray ? content.asArray().map((_, at) => content.lookup(at)) : [content]
  return streams.map(stream => stream instanceof PDFRawStream ? streamText(stream) : '').join('\n')
}

/** Takes the structure that Chromium wrote out of a document. */
function removeStructure({ catalog, context }: PDFDocument): void {
  const remove = (given: unknown) => {
    const object = context.lookup(given as PDFRef)
    if (object instanceof PDFArray)
      object.asArray().forEach(remove)
    else if (object instanceof PDFDict && object.has(name('S')))
      remove(object.get(name('K')))
    if (given instanceof PDFRef && (object instanceof PDFArray || (object instanceof PDFDict && object.has(name('S')))))
      context.delete(given)
  }
  const dropTree = (given: unknown) => {
    const node = context.lookup(given as PDFRef)
    if (node instanceof PDFDict)
      node.lookupMaybe(name('Kids'), PDFArray)?.asArray().forEach(dropTree)
    if (given instanceof PDFRef)
      context.delete(given)
  }
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict)
  remove(root.get(name('K')))
  dropTree(root.get(name('ParentTree')))
  if (root.has(name('IDTree')))
    dropTree(root.get(name('IDTree')))
  const ref = catalog.get(name('StructTreeRoot'))
  if (ref instanceof PDFRef)
    context.delete(ref)
}

/** Writes a structure into a document: the tree, and from each page and link the way to the part that has it. */
function writeStructure({ catalog, context }: PDFDocument, pages: readonly PDFPage[], root: Element): void {
  const owners: PDFRef[][] = pages.map(() => [])
  const links: PDFRef[] = []
  const rootRef = context.nextRef()
  const write = (element: Element, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const { role, lang, alt, table, box, page } = element
    const kids = element.kids.flatMap((kid): PDFObject[] => {
      if (isElement(kid))
        return [write(kid, ref)]
      if (isRun(kid)) {
        return kid.mcids.map((mcid) => {
          owners[kid.page]![mcid] = ref
          return kid.page === page ? PDFNumber.of(mcid) : context.obj({ Type: 'MCR', Pg: pages[kid.page]!.ref, MCID: mcid })
        })
      }
      const annotation = context.lookup(kid.annotation, PDFDict)
      annotation.set(name('StructParent'), PDFNumber.of(pages.length + links.push(ref) - 1))
      return [context.obj({ Type: 'OBJR', Obj: kid.annotation, Pg: pages[kid.page]!.ref })]
    })
    const cell = table && Object.keys(table).some(key => table[key as keyof typeof table] !== undefined)
    context.assign(ref, context.obj({
      Type: 'StructElem',
      S: role,
      P: parent,
      ...role !== 'Document' && { Pg: pages[page]!.ref },
      ...kids.length > 0 && { K: kids.length === 1 ? kids[0]! : context.obj(kids) },
      ...lang && { Lang: PDFHexString.fromText(lang) },
      ...alt && { Alt: PDFHexString.fromText(alt) },
      ...cell && { A: context.obj({ O: 'Table', ...table } as Record<string, string | number>) },
      ...box && { A: context.obj({ O: 'Layout', BBox: box.map(edge => Math.round(edge * 100) / 100), Placement: 'Block' }) },
    }))
    return ref
  }
  const top = write(root, rootRef)
  pages.forEach(({ node }, at) => node.set(name('StructParents'), PDFNumber.of(at)))
  const back: PDFObject[] = [
    ...owners.flatMap((refs, at) => [PDFNumber.of(at), context.obj(refs)]),
    ...links.flatMap((ref, at) => [PDFNumber.of(pages.length + at), ref]),
  ]
  const used = new Set(elementsOf(root).map(({ role }) => role))
  context.assign(rootRef, context.obj({
    Type: 'StructTreeRoot',
    K: top,
    ParentTree: context.register(context.obj({ Nums: back })),
    ParentTreeNextKey: pages.length + links.length,
    RoleMap: Object.fromEntries(Object.entries(ROLES).filter(([role]) => used.has(role))),
  }))
  catalog.set(name('StructTreeRoot'), rootRef)
}

const wordsOf = (element: Element) => textsOf(element).map(text => text.map(({ text }) => text!.words).join('')).join(' ').replace(/\s+/g, ' ').trim()

/** Says of each link what it says, and where it leads. */
function tellLinks({ context, catalog }: PDFDocument, pages: readonly PDFPage[], root: Element): void {
  const titles = pages.map((_, at) => elementsOf(root).find(({ role, page }) => role === 'H1' && page === at))
  const named = catalog.lookupMaybe(name('Dests'), PDFDict)
  const titleOf = (link: PDFDict): string | undefined => {
    const action = link.lookupMaybe(name('A'), PDFDict)
    const uri = action?.lookup(name('URI'))
    if (uri)
      return (uri as PDFHexString).decodeText()
    const wanted = link.lookup(name('Dest')) ?? action?.lookup(name('D'))
    const place = wanted instanceof PDFName ? named?.lookup(wanted) : wanted
    const at = place instanceof PDFArray ? pages.findIndex(({ ref }) => ref === place.get(0)) : -1
    return titles[at] && wordsOf(titles[at])
  }
  for (const element of elementsOf(root)) {
    for (const kid of element.kids) {
      if (isElement(kid) || isRun(kid))
        continue
      const link = context.lookup(kid.annotation, PDFDict)
      const [words, target] = [wordsOf(element), titleOf(link)]
      link.set(name('Contents'), PDFHexString.fromText(target && target !== words ? `${words} (${target})` : words))
    }
  }
}

/**
 * Tags a document that Chromium printed as PDF/UA-1 asks: its structure is written anew, everything painted belongs to it or is marked as
 * none of the content, figures have their place and their words, words in another language say which, and links say where they lead.
 * @param document as printed
 * @param language of the document, BCP 47
 * @param pictures on each page
 * @throws when it has no structure, or lacks a picture
 */
export function tagPdf(document: PDFDocument, language: string, pictures: readonly (readonly Picture[])[]): void {
  const { catalog, context } = document
  const pages = document.getPages()
  const source = readStructure(catalog, context, pages.map(({ ref }) => ref))
  if (!source)
    throw new Error('Chromium has not tagged the PDF.')
  const contents = pages.map(page => readContent(contentOf(page)))
  const units = pages.map((page, at) => {
    const fonts = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)
    const known = new Map<string, ReturnType<typeof glyphsOf>>()
    return readUnits(contents[at]!, (font) => {
      const glyphs = known.get(font) ?? glyphsOf(fonts!.lookup(name(font), PDFDict))
      known.set(font, glyphs)
      return glyphs
    })
  })
  removeStructure(document)
  const root = shapeStructure(source, units, language)
  const owners = ownersOf(root, units, pages, pictures)
  const blanks = blanksIn(root, language)
  const roleOf = new Map(elementsOf(root).flatMap(({ role, kids }) => kids.filter(isRun).map(run => [run, role] as const)))
  pages.forEach((page, at) => {
    const marked = markContent(contents[at]!, units[at]!, { owners, blanks, roleOf, penOf: pensOf(page) })
    const before = page.node.get(name('Contents'))
    if (before instanceof PDFRef)
      context.delete(before)
    page.node.set(name('Contents'), context.register(context.flateStream(Buffer.from(writeContent(marked), 'latin1'))))
  })
  writeStructure(document, pages, root)
  tellLinks(document, pages, root)
}
