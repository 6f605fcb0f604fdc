import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import type { Operation } from '../../addon/node/print/pdf-content'
import { Buffer } from 'node:buffer'
import {
  decodePDFRawStream,
  PDFDict as Dict,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { readContent, stringBytes } from '../../addon/node/print/pdf-content'
import { readUnicodeMap } from '../../addon/node/print/pdf-glyphs'

/** Reads tagged PDFs as they are, for tests; what it does not understand it leaves out, so that a check finds it missing. */

export const name = (text: string) => PDFName.of(text)

/** A text of a PDF's object; undefined where there is none. */
export function textIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

/** A name in a PDF's object, without its slash. */
export function nameIn(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** An element of the structure. */
export interface Node {
  dict: PDFDict
  ref: PDFRef
  /** As written, and the standard one that it stands for; undefined where it stands for none. */
  role: string
  standard: string | undefined
  /** BCP 47: its own, or that around it. */
  lang: string | undefined
  parent: Node | undefined
  kids: Node[]
  /** What it holds itself and in which order, among its kids. */
  parts: (Node | { page: number, mcid: number } | { annotation: PDFDict })[]
}

/** A stretch of marked content, within which others may be. */
export interface Mark { tag: string, mcid: number | undefined, lang: string | undefined, parent: Mark | undefined }

/** What paints something on a page. */
export interface Painted { operation: Operation, mark: Mark | undefined, font: string | undefined }

export interface TaggedPage { page: PDFPage, painted: Painted[], fonts: Map<string, PDFDict> }

export interface TaggedPdf {
  document: PDFDocument
  root: Node | undefined
  pages: TaggedPage[]
  /** All that is written in the role map. */
  roles: ReadonlyMap<string, string>
  lang: string | undefined
}

/** Types of structure of ISO 32000-1, 14.8.4. */
export const STANDARD = new Set(`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD
THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(/\s+/))

const PAINTING = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', '\'', '"'])

function contentOf(page: PDFPage): string {
  const content = page.node.Contents()
  const streams = content instanceof PDFArray ? content.asArray().map((_, at) => content.lookup(at)) : [content]
  const read = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  return streams.map(stream => stream instanceof PDFRawStream ? read(stream) : '').join('\n')
}

function readPage(page: PDFPage): TaggedPage {
  const painted: Painted[] = []
  let mark: Mark | undefined
  let font: string | undefined
  const saved: (typeof font)[] = []
  for (const operation of readContent(contentOf(page))) {
    const { operator, operands } = operation
    if (operator === 'BDC' || operator === 'BMC') {
      const [tag = '', properties = ''] = operands
      const mcid = /\/MCID (\d+)/.exec(properties)?.[1]
      const lang = /\/Lang ?\(([^)]*)\)/.exec(properties)?.[1]
      mark = { tag: tag.slice(1), mcid: mcid === undefined ? undefined : Number(mcid), lang, parent: mark }
    }
    if (operator === 'EMC')
      mark = mark?.parent
    if (operator === 'q')
      saved.push(font)
    if (operator === 'Q')
      font = saved.pop()
    if (operator === 'Tf')
      font = operands[0]!.slice(1)
    if (PAINTING.has(operator))
      painted.push({ operation, mark, font })
  }
  const dict = page.node.Resources()?.lookupMaybe(name('Font'), Dict)
  const fonts = new Map((dict?.keys() ?? []).map(key => [key.decodeText(), dict!.lookup(key, Dict)] as const))
  return { page, painted, fonts }
}

/** The standard type that a role stands for; undefined where the role map leads nowhere, or round in circles. */
export function standardOf(role: string, roles: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>()
  let at: string | undefined = role
  while (at !== undefined && !STANDARD.has(at) && !seen.has(at)) {
    seen.add(at)
    at = roles.get(at)
  }
  return at !== undefined && STANDARD.has(at) ? at : undefined
}

/** Reads a PDF with its structure. */
export async function readTagged(bytes: Uint8Array): Promise<TaggedPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = document
  const pages = document.getPages()
  const tree = catalog.lookupMaybe(name('StructTreeRoot'), Dict)
  const map = tree?.lookupMaybe(name('RoleMap'), Dict)
  const roles = new Map((map?.keys() ?? []).map(key => [key.decodeText(), nameIn(map, key.decodeText()) ?? ''] as const))
  const lang = textIn(catalog, 'Lang')
  const read = (ref: PDFRef, parent: Node | undefined): Node | undefined => {
    const dict = context.lookup(ref)
    if (!(dict instanceof Dict))
      return undefined
    const role = nameIn(dict, 'S') ?? ''
    const told = textIn(dict, 'Lang') ?? parent?.lang ?? lang
    const own: Node = { dict, ref, role, standard: standardOf(role, roles), lang: told, parent, kids: [], parts: [] }
    const kids = dict.lookup(name('K'))
    const pageOf = (of: PDFDict) => pages.findIndex(({ ref }) => ref === (of.get(name('Pg')) ?? dict.get(name('Pg'))))
    for (const given of kids instanceof PDFArray ? kids.asArray() : kids ? [dict.get(name('K'))!] : []) {
      const kid = context.lookup(given)
      if (kid instanceof PDFNumber) {
        own.parts.push({ page: pageOf(dict), mcid: kid.asNumber() })
      }
      else if (kid instanceof Dict && kid.has(name('S')) && given instanceof PDFRef) {
        const node = read(given, own)!
        own.kids.push(node)
        own.parts.push(node)
      }
      else if (kid instanceof Dict && nameIn(kid, 'Type') === 'OBJR') {
        own.parts.push({ annotation: kid.lookup(name('Obj'), Dict) })
      }
      else if (kid instanceof Dict) {
        own.parts.push({ page: pageOf(kid), mcid: kid.lookup(name('MCID'), PDFNumber).asNumber() })
      }
    }
    return own
  }
  const top = tree?.get(name('K'))
  const first = top instanceof PDFArray ? top.get(0) : top
  return { document, root: first instanceof PDFRef ? read(first, undefined) : undefined, pages: pages.map(readPage), roles, lang }
}

/** All elements, outer ones first. */
export function nodesOf(node: Node | undefined): Node[] {
  return node ? [node, ...node.kids.flatMap(nodesOf)] : []
}

const mapsSeen = new WeakMap<PDFDict, Map<number, string>>()
/** What the codes of a font stand for, as it says itself. */
export function codeTexts(font: PDFDict | undefined): ReadonlyMap<number, string> {
  const map = font?.lookup(name('ToUnicode'))
  if (!font || !(map instanceof PDFRawStream))
    return new Map()
  const texts = mapsSeen.get(font) ?? readUnicodeMap(Buffer.from(decodePDFRawStream(map).decode()).toString('latin1'))
  mapsSeen.set(font, texts)
  return texts
}

/** The codes in the strings of an operation that shows text, of two bytes each. */
export function codesIn(operands: readonly string[]): number[] {
  return operands.flatMap(operand => operand.match(/<[\dA-F]*>|\((?:\\[\s\S]|[^\\()])*\)/gi) ?? []).flatMap((written) => {
    const bytes = stringBytes(written)
    return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.charCodeAt(2 * at) * 256 + bytes.charCodeAt(2 * at + 1))
  })
}

/** The texts of the structure in the order in which one reads, each of a paragraph, a head, a cell, a figure, and its page. */
export function textsOf(pdf: TaggedPdf): { role: string, page: number, text: string }[] {
  const shown = new Map<string, string>()
  for (const [at, { painted, fonts }] of pdf.pages.entries()) {
    for (const { operation, mark, font } of painted.filter(({ operation }) => operation.operator === 'Tj')) {
      let place = mark
      while (place && place.mcid === undefined)
        place = place.parent
      const key = `${at} ${place?.mcid}`
      const known = codeTexts(fonts.get(font ?? ''))
      shown.set(key, (shown.get(key) ?? '') + codesIn(operation.operands).map(code => known.get(code) ?? '').join(''))
    }
  }
  const texts: { role: string, page: number, text: string }[] = []
  const read = (node: Node, open: (typeof texts)[number] | undefined) => {
    const isWithin = ['Span', 'Link', 'Code', 'Quote'].includes(node.standard ?? '')
    let own = isWithin ? open : undefined
    for (const part of node.parts) {
      if ('kids' in part) {
        const isText = ['Span', 'Link', 'Code', 'Quote'].includes(part.standard ?? '')
        if (isText && !own)
          texts.push(own = { role: node.role, page: -1, text: '' })
        read(part, own)
        own = isText ? own : undefined
      }
      else if ('mcid' in part) {
        if (!own)
          texts.push(own = { role: node.role, page: part.page, text: '' })
        own.page = part.page
        own.text += shown.get(`${part.page} ${part.mcid}`) ?? ''
      }
    }
  }
  if (pdf.root)
    read(pdf.root, undefined)
  return texts
}
