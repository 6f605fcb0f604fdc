import type { PDFDict } from '@cantoo/pdf-lib'
import type { Node, TaggedPdf } from './pdf-tree'
import { Buffer } from 'node:buffer'
import { decodePDFRawStream, PDFDict as Dict, PDFArray, PDFBool, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import * as hb from 'harfbuzzjs'
import { languageRuns } from '../../addon/lib/language-runs'
import { readWidths } from '../../addon/node/print/pdf-glyphs'
import { codesIn, codeTexts, name, nameIn, nodesOf, readTagged, STANDARD, textIn } from './pdf-tree'

/**
 * What the Matterhorn Protocol 1.1 lets a machine say against a document as PDF/UA-1, each failure by its number. Of what no document of
 * ours has (forms, media, layers, simple fonts), it is a failure that there is any. `docs/documents.md` has the list.
 */

type Check = (pdf: TaggedPdf) => (string | false | undefined)[]

function dictIn(dict: PDFDict | undefined, key: string) {
  const value = dict?.lookup(name(key))
  return value instanceof Dict ? value : undefined
}
function arrayIn(dict: PDFDict | undefined, key: string) {
  const value = dict?.lookup(name(key))
  return value instanceof PDFArray ? value : undefined
}
const bytesOf = (stream: unknown) => stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array()
const catalogOf = ({ document }: TaggedPdf) => document.catalog as PDFDict

/** Dictionaries of the document, those of streams too. */
function allDicts({ document }: TaggedPdf): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) =>
    object instanceof Dict ? [object] : object instanceof PDFStream ? [object.dict] : [])
}

interface Annotation { dict: PDFDict, subtype: string, page: number, owner: Node | undefined }

/** The annotations, each with the element that holds it. */
function annotationsOf(pdf: TaggedPdf): Annotation[] {
  const owners = new Map(nodesOf(pdf.root).flatMap(node =>
    node.parts.flatMap(part => 'annotation' in part ? [[part.annotation, node] as const] : [])))
  return pdf.pages.flatMap(({ page }, at) => {
    const list = page.node.Annots()
    return (list?.asArray() ?? []).flatMap((_, index) => {
      const dict = list!.lookup(index)
      return dict instanceof Dict ? [{ dict, subtype: nameIn(dict, 'Subtype') ?? '', page: at + 1, owner: owners.get(dict) }] : []
    })
  })
}

function xmpOf(pdf: TaggedPdf): string | undefined {
  const stream = catalogOf(pdf).lookup(name('Metadata'))
  return stream instanceof PDFRawStream ? Buffer.from(bytesOf(stream)).toString('utf8') : undefined
}

const told = (nodes: readonly Node[], say: (node: Node) => string) => nodes.map(say)
const named = (node: Node) => `${node.role} (${node.ref.objectNumber})`

/** Elements that may stand in another, and those in which they must. */
const SYNTAX: Readonly<Record<string, { kids?: RegExp, in?: readonly string[], what: string }>> = {
  Table: { what: '09-004', kids: /^(Caption )?((TR )*|(THead )?(TBody )+(TFoot )?)(Caption )?$/ },
  TR: { what: '09-004', kids: /^(T[HD] )*$/, in: ['Table', 'THead', 'TBody', 'TFoot'] },
  THead: { what: '09-004', kids: /^(TR )*$/, in: ['Table'] },
  TBody: { what: '09-004', kids: /^(TR )*$/, in: ['Table'] },
  TFoot: { what: '09-004', kids: /^(TR )*$/, in: ['Table'] },
  TH: { what: '09-004', in: ['TR'] },
  TD: { what: '09-004', in: ['TR'] },
  L: { what: '09-005', kids: /^(Caption )?((L|LI) )*$/ },
  LI: { what: '09-005', kids: /^(Lbl )?(LBody )?$/, in: ['L'] },
  LBody: { what: '09-005', in: ['LI'] },
  TOC: { what: '09-006', kids: /^(Caption )?((TOC|TOCI) )*$/ },
  TOCI: { what: '09-006', in: ['TOC'] },
  Ruby: { what: '09-007', kids: /^RB (RT|RP RT RP) $/ },
  RB: { what: '09-007', in: ['Ruby'] },
  RT: { what: '09-007', in: ['Ruby'] },
  RP: { what: '09-007', in: ['Ruby'] },
  Warichu: { what: '09-008', kids: /^WP WT WP $/ },
  WT: { what: '09-008', in: ['Warichu'] },
  WP: { what: '09-008', in: ['Warichu'] },
}

function syntax(number: string): Check {
  return ({ root }) => nodesOf(root).flatMap((node) => {
    const rule = SYNTAX[node.standard ?? '']
    if (!rule || rule.what !== number)
      return []
    const kids = node.kids.map(({ standard }) => `${standard} `).join('')
    // What only groups rows, items or cells may hold no text of its own.
    const own = node.parts.length - node.kids.length
    return [
      rule.kids && !rule.kids.test(kids) && `${named(node)} holds ${kids}`,
      rule.kids && own > 0 && `${named(node)} holds content of its own`,
      rule.in && !rule.in.includes(node.parent?.standard ?? '') && `${named(node)} stands in ${node.parent?.role}`,
    ]
  })
}

/** A font as text uses it. */
interface UsedFont {
  label: string
  font: PDFDict
  descendant: PDFDict | undefined
  descriptor: PDFDict | undefined
  /** What is shown of it. */
  codes: Set<number>
  texts: ReadonlyMap<number, string>
}

const SHOWING = ['Tj', 'TJ', '\'', '"']

const fontsSeen = new WeakMap<TaggedPdf, UsedFont[]>()
function fontsOf(pdf: TaggedPdf): UsedFont[] {
  const known = fontsSeen.get(pdf)
  if (known)
    return known
  const used = new Map<PDFDict, UsedFont>()
  for (const { painted, fonts } of pdf.pages) {
    for (const { operation, font: key } of painted.filter(({ operation }) => SHOWING.includes(operation.operator))) {
      const font = fonts.get(key ?? '')
      if (!font)
        continue
      if (!used.has(font)) {
        const first = arrayIn(font, 'DescendantFonts')?.lookup(0)
        const descendant = first instanceof Dict ? first : undefined
        used.set(font, {
          label: nameIn(font, 'BaseFont') ?? key!,
          font,
          descendant,
          descriptor: dictIn(descendant ?? font, 'FontDescriptor'),
          codes: new Set(),
          texts: codeTexts(font),
        })
      }
      codesIn(operation.operands).forEach(code => used.get(font)!.codes.add(code))
    }
  }
  const found = [...used.values()]
  fontsSeen.set(pdf, found)
  return found
}

/** A table of a TrueType font's program. */
function tableOf(program: Uint8Array, tag: string): DataView | undefined {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  for (let at = 12; program.length >= 12 && at < 12 + 16 * view.getUint16(4); at += 16) {
    if (Buffer.from(program.subarray(at, at + 4)).toString('latin1') === tag)
      return new DataView(program.buffer, program.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))
  }
  return undefined
}

const PROGRAMS = ['FontFile', 'FontFile2', 'FontFile3']
const programOf = ({ descriptor }: UsedFont) => bytesOf(PROGRAMS.map(key => descriptor?.lookup(name(key))).find(Boolean))

/** Codes that the program of a font has no glyph for, or one of another width. */
function glyphFaults(used: UsedFont): { lacks: number[], wide: number[] } {
  const program = programOf(used)
  const count = tableOf(program, 'maxp')?.getUint16(4) ?? 0
  if (count === 0)
    return { lacks: [...used.codes], wide: [] }
  const font = new hb.Font(new hb.Face(new hb.Blob(Buffer.from(program))))
  const widths = readWidths(arrayIn(used.descendant, 'W'))
  const usual = Number(String(used.descendant?.lookup(name('DW')) ?? 1000))
  const isBlank = (code: number) => /^\s*$/.test(used.texts.get(code) ?? '')
  const codes = [...used.codes]
  return {
    lacks: codes.filter(code => code >= count || (font.glyphToPath(code) === '' && !isBlank(code))),
    wide: codes.filter(code => Math.abs(font.glyphHAdvance(code) * 1000 / font.face.upem - (widths.get(code) ?? usual)) > 1),
  }
}

const codeList = (codes: readonly number[]) => codes.map(code => code.toString(16).padStart(4, '0')).join(' ')

/** What is marked, page by page: the text and the language that its marks or its element give it. */
function* shownTexts(pdf: TaggedPdf): Generator<{ text: string, lang: string | undefined, page: number }> {
  const owners = ownersOf(pdf)
  for (const [at, { painted, fonts }] of pdf.pages.entries()) {
    for (const { operation, mark, font } of painted.filter(({ operation }) => SHOWING.includes(operation.operator))) {
      const texts = codeTexts(fonts.get(font ?? ''))
      let [mcid, lang]: [number | undefined, string | undefined] = [undefined, undefined]
      let isArtifact = false
      for (let open = mark; open; open = open.parent) {
        mcid ??= open.mcid
        lang ??= open.lang
        isArtifact ||= open.tag === 'Artifact'
      }
      if (!isArtifact) {
        yield {
          text: codesIn(operation.operands).map(code => texts.get(code) ?? '').join(''),
          lang: lang ?? owners.get(`${at} ${mcid}`)?.lang,
          page: at + 1,
        }
      }
    }
  }
}

/** The elements by the page and the number of the content that they hold. */
function ownersOf({ root }: TaggedPdf): Map<string, Node> {
  return new Map(nodesOf(root).flatMap(node =>
    node.parts.flatMap(part => 'mcid' in part ? [[`${part.page} ${part.mcid}`, node] as const] : [])))
}

const isOneOf = (role: string) => (node: Node) => node.standard === role
const levelOf = ({ standard = '' }: Node) => Number(/^H([1-6])$/.exec(standard)?.[1])

/** None of what the document must not have, since no document of ours has it. */
const none = (what: string, found: (pdf: TaggedPdf) => readonly unknown[]): Check => pdf => [found(pdf).length > 0 && `it has ${what}`]
function typed(key: string, ...values: string[]) {
  return (pdf: TaggedPdf) =>
    allDicts(pdf).filter(dict => values.includes(nameIn(dict, key) ?? ''))
}
const having = (key: string) => (pdf: TaggedPdf) => allDicts(pdf).filter(dict => dict.has(name(key)))

const noForms = none('a form', pdf =>
  [...annotationsOf(pdf).filter(({ subtype }) => subtype === 'Widget'), catalogOf(pdf).lookup(name('AcroForm'))].filter(Boolean))
const onlyLinks = none('an annotation that is no link', pdf =>
  annotationsOf(pdf).filter(({ subtype }) => !['Link', 'Widget'].includes(subtype)))
const noLayers = none('layers', pdf => [catalogOf(pdf).lookup(name('OCProperties'))].filter(Boolean))
const noEncryption = none('encryption', ({ document }) => [document.context.trailerInfo.Encrypt].filter(Boolean))
const noMedia = none('media', typed('S', 'MCD', 'Rendition', 'MR'))
const onlyTrueType = none('a font that is no composite of TrueType', pdf => fontsOf(pdf).filter(({ font, descendant }) =>
  nameIn(font, 'Subtype') !== 'Type0' || nameIn(descendant, 'Subtype') !== 'CIDFontType2'))
const onlyIdentity = none('a font with another encoding than Identity-H', pdf =>
  fontsOf(pdf).filter(({ font }) => nameIn(font, 'Encoding') !== 'Identity-H'))
const preference = (pdf: TaggedPdf, key: string) => dictIn(catalogOf(pdf), 'ViewerPreferences')?.lookup(name(key))

const documentLanguage: Check = ({ lang }) => [!/^[a-z]{2,3}(?:-[\w-]+)?$/i.test(lang ?? '') && 'the catalog names no language']

/** By their numbers. */
export const POINTS: Readonly<Record<string, Check>> = {
  '01-003': ({ pages }) => pages.flatMap(({ painted }, at) => painted.map(({ mark }) => {
    let tag = mark
    while (tag && tag.tag !== 'Artifact')
      tag = tag.parent
    return tag?.parent && `page ${at + 1}: an artifact within ${tag.parent.tag}`
  })),
  '01-004': ({ pages }) => pages.flatMap(({ painted }, at) => painted.map(({ mark }) => {
    let isWithin = false
    for (let tag = mark; tag; tag = tag.parent)
      isWithin ||= tag.tag !== 'Artifact' && tag.parent?.tag === 'Artifact'
    return isWithin && `page ${at + 1}: ${mark?.tag} within an artifact`
  })),
  '01-005': (pdf) => {
    const owners = ownersOf(pdf)
    return pdf.pages.flatMap(({ painted }, at) => painted.map(({ mark, operation }) => {
      for (let tag = mark; tag; tag = tag.parent) {
        if (tag.tag === 'Artifact' || (tag.mcid !== undefined && owners.has(`${at} ${tag.mcid}`)))
          return undefined
      }
      return `page ${at + 1}: "${operation.operator}" paints what belongs to nothing`
    }))
  },
  '01-007': pdf => [dictIn(catalogOf(pdf), 'MarkInfo')?.lookup(name('Suspects')) === PDFBool.True && 'it may be tagged wrongly'],
  '02-001': ({ root }) => told(nodesOf(root).filter(({ standard }) => !standard), node => `${named(node)} stands for nothing`),
  '02-003': ({ roles }) => [...roles.keys()].map((role) => {
    const seen = new Set<string>()
    for (let at: string | undefined = role; at; at = roles.get(at)) {
      if (seen.has(at))
        return `${role} leads in a circle`
      seen.add(at)
    }
    return undefined
  }),
  '02-004': ({ roles }) => [...roles.keys()].filter(role => STANDARD.has(role)).map(role => `${role} is made something else`),
  '06-001': pdf => [!xmpOf(pdf) && 'it has no XMP'],
  '06-002': pdf => [!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmpOf(pdf) ?? '') && 'its XMP does not claim PDF/UA-1'],
  '06-003': pdf => [!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmpOf(pdf) ?? '') && 'its XMP has no title'],
  '07-001': pdf => [!preference(pdf, 'DisplayDocTitle') && 'nothing says what its window shows'],
  '07-002': pdf => [preference(pdf, 'DisplayDocTitle') !== PDFBool.True && 'its window does not show its title'],
  ...Object.fromEntries(['09-004', '09-005', '09-006', '09-007', '09-008'].map(number => [number, syntax(number)])),
  '10-001': pdf => fontsOf(pdf).map(({ codes, texts, label }) => {
    const unknown = [...codes].filter(code => !texts.get(code))
    return unknown.length > 0 && `${label} does not say what ${codeList(unknown)} are`
  }),
  '11-001': (pdf) => {
    const faults: string[] = []
    let open = { lang: '', text: '', page: 0 }
    const close = () => {
      const isForeign = languageRuns(open.text, open.lang).some(({ lang }) => lang)
      if (isForeign && open.lang === pdf.lang)
        faults.push(`page ${open.page}: "${open.text.trim()}" is said to be ${open.lang}`)
    }
    for (const { text, lang, page } of shownTexts(pdf)) {
      if (!lang)
        faults.push(`page ${page}: "${text}" is in no language`)
      if (lang !== open.lang || page !== open.page) {
        close()
        open = { lang: lang ?? '', text: '', page }
      }
      open.text += text
    }
    close()
    return faults
  },
  '11-002': ({ root }) =>
    nodesOf(root).filter(({ dict, lang }) => !lang && ['Alt', 'ActualText', 'E'].some(key => dict.has(name(key)))).map(named),
  '11-003': documentLanguage,
  '11-004': documentLanguage,
  '11-005': noForms,
  '11-006': documentLanguage,
  '13-004': ({ root }) =>
    nodesOf(root).filter(isOneOf('Figure')).filter(({ dict }) => !textIn(dict, 'Alt') && !textIn(dict, 'ActualText')).map(named),
  '14-002': ({ root }) => {
    const [first] = nodesOf(root).map(levelOf).filter(level => level > 0)
    return [first !== undefined && first !== 1 && `its first heading is H${first}`]
  },
  '14-003': ({ root }) => {
    const levels = nodesOf(root).map(levelOf).filter(level => level > 0)
    return levels.map((level, at) => at > 0 && level > levels[at - 1]! + 1 && `H${level} follows on H${levels[at - 1]}`)
  },
  '14-006': ({ root }) => told(nodesOf(root).filter(({ kids }) => kids.filter(isOneOf('H')).length > 1), named),
  '14-007': ({ root }) => {
    const nodes = nodesOf(root)
    return [nodes.some(isOneOf('H')) && nodes.some(node => levelOf(node) > 0) && 'it has headings with and without a level']
  },
  '15-003': ({ root }) => told(nodesOf(root).filter(isOneOf('TH')).filter(({ dict }) => !nameIn(dictIn(dict, 'A'), 'Scope')), named),
  '17-002': none('a formula', ({ root }) => nodesOf(root).filter(isOneOf('Formula'))),
  '17-003': none('a formula', ({ root }) => nodesOf(root).filter(isOneOf('Formula'))),
  '19-003': none('a note', ({ root }) => nodesOf(root).filter(isOneOf('Note'))),
  '19-004': none('a note', ({ root }) => nodesOf(root).filter(isOneOf('Note'))),
  '20-001': noLayers,
  '20-002': noLayers,
  '20-003': noLayers,
  '21-001': none('an embedded file', having('EF')),
  '25-001': none('an XFA form', having('XFA')),
  '26-001': noEncryption,
  '26-002': noEncryption,
  '28-002': onlyLinks,
  '28-004': pdf => annotationsOf(pdf).map(({ dict, owner, page, subtype }) =>
    subtype !== 'Widget' && !textIn(dict, 'Contents') && !textIn(owner?.dict, 'Alt') && `page ${page}: a ${subtype} says nothing`),
  '28-005': noForms,
  '28-006': onlyLinks,
  '28-007': onlyLinks,
  '28-008': pdf => annotationsOf(pdf).map(({ page }) => !pdf.pages[page - 1]!.page.node.has(name('Tabs')) && `page ${page} has no order of tabs`),
  '28-009': pdf => annotationsOf(pdf).map(({ page }) => nameIn(pdf.pages[page - 1]!.page.node, 'Tabs') !== 'S' && `page ${page}: tabs go another way`),
  '28-010': noForms,
  '28-011': pdf => annotationsOf(pdf).map(({ subtype, owner, page }) => subtype === 'Link' && owner?.standard !== 'Link' && `page ${page}: a link in no Link`),
  '28-012': pdf => annotationsOf(pdf).map(({ subtype, dict, page }) => subtype === 'Link' && !textIn(dict, 'Contents') && `page ${page}: a link says nothing`),
  '28-014': noMedia,
  '28-015': noMedia,
  '28-016': onlyLinks,
  '28-017': onlyLinks,
  '28-018': onlyLinks,
  '30-001': none('a reference to another document', having('Ref')),
  '30-002': none('a drawing with marks of its own', pdf => pdf.document.context.enumerateIndirectObjects().filter(([, object]) =>
    object instanceof PDFRawStream && nameIn(object.dict, 'Subtype') === 'Form' && Buffer.from(bytesOf(object)).includes('/MCID'))),
  '31-001': onlyIdentity,
  '31-002': onlyIdentity,
  '31-003': onlyIdentity,
  '31-004': pdf => fontsOf(pdf).map(({ descendant, label }) => nameIn(descendant, 'CIDToGIDMap') !== 'Identity' && `${label} has another map of glyphs`),
  '31-005': pdf => fontsOf(pdf).map(({ descendant, label }) => !descendant?.has(name('CIDToGIDMap')) && `${label} has no map of glyphs`),
  '31-006': onlyIdentity,
  '31-007': onlyIdentity,
  '31-008': onlyIdentity,
  '31-009': pdf => fontsOf(pdf).map(font => programOf(font).length === 0 && `${font.label} is not embedded`),
  '31-011': pdf => fontsOf(pdf).map((font) => {
    const { lacks } = glyphFaults(font)
    return lacks.length > 0 && `${font.label} lacks ${codeList(lacks)}`
  }),
  '31-012': onlyTrueType,
  '31-013': onlyTrueType,
  '31-014': none('a set of glyphs', having('CIDSet')),
  '31-015': none('a set of glyphs', having('CIDSet')),
  '31-016': pdf => fontsOf(pdf).map((font) => {
    const { wide } = glyphFaults(font)
    return wide.length > 0 && `${font.label} has ${codeList(wide)} in another width`
  }),
  ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`31-0${17 + at}`, onlyTrueType])),
  '31-027': pdf => fontsOf(pdf).map(({ font, label }) => !(font.lookup(name('ToUnicode')) instanceof PDFStream) && `${label} does not say what its codes are`),
  '31-028': pdf => fontsOf(pdf).map(({ texts, label }) => [...texts.values()].some(text => text.includes('\0')) && `${label} has a character of nothing`),
  '31-029': pdf => fontsOf(pdf).map(({ texts, label }) => [...texts.values()].some(text => /[\uFEFF\uFFFE]/.test(text)) && `${label} has a byte order mark`),
  '31-030': pdf => fontsOf(pdf).map(({ codes, label }) => codes.has(0) && `${label} shows a glyph that it lacks`),
}

/** What else we hold to, and what the protocol leaves to people. */
export const OWN: Readonly<Record<string, Check>> = {
  'figures have a place': ({ root }) =>
    nodesOf(root).filter(node => isOneOf('Figure')(node) && arrayIn(dictIn(node.dict, 'A'), 'BBox')?.size() !== 4).map(named),
  'the way back from each content to its element': (pdf) => {
    const owners = ownersOf(pdf)
    const nums = arrayIn(dictIn(dictIn(catalogOf(pdf), 'StructTreeRoot'), 'ParentTree'), 'Nums')?.asArray() ?? []
    const { context } = pdf.document
    const pairs = Array.from({ length: nums.length / 2 }, (_, at) => [String(nums[2 * at]), context.lookup(nums[2 * at + 1])] as const)
    const back = new Map(pairs)
    const pages = pdf.pages.flatMap(({ page }, at) => {
      const list = back.get(String(page.node.get(name('StructParents'))))
      return Array.from(owners).filter(([place]) => place.startsWith(`${at} `)).map(([place, { ref }]) =>
        (!(list instanceof PDFArray) || list.get(Number(place.split(' ')[1])) !== ref) && `page ${at + 1}: ${place} is not found from its page`)
    })
    const links = annotationsOf(pdf).map(({ dict, owner, page }) =>
      back.get(String(dict.get(name('StructParent')))) !== owner?.dict && `page ${page}: a link does not find its element`)
    return [...pages, ...links]
  },
  'no name twice': ({ pages }) => pages.flatMap(({ painted }, at) => {
    const marks = new Set(painted.map(({ mark }) => mark).filter(mark => mark?.mcid !== undefined))
    const seen = new Set<number>()
    return [...marks].map((mark) => {
      const isTwice = seen.has(mark!.mcid!)
      seen.add(mark!.mcid!)
      return isTwice && `page ${at + 1} has ${mark!.mcid} twice`
    })
  }),
}

/** Everything that speaks against a PDF as PDF/UA-1, by number. */
export async function uaProblems(bytes: Uint8Array): Promise<string[]> {
  const pdf = await readTagged(bytes)
  return Object.entries({ ...POINTS, ...OWN }).flatMap(([number, check]) =>
    [...new Set(check(pdf).filter(problem => typeof problem === 'string'))].map(problem => `${number}: ${problem}`))
}
