import type { PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { built } from '../browser/deck'
import { OWN, POINTS, uaProblems } from '../documents/pdf-ua'

const name = (text: string) => PDFName.of(text)

/** A document that can be spoilt. */
class Spoilt {
  constructor(readonly document: PDFDocument) {}

  get context() { return this.document.context }
  get catalog(): PDFDict { return this.document.catalog }
  get tree(): PDFDict { return this.catalog.lookup(name('StructTreeRoot'), PDFDict) }
  get top(): PDFRef { return this.tree.get(name('K')) as PDFRef }

  /** An element more, in another, or in the document. */
  add(role: string, into: PDFRef = this.top, facts: Record<string, string | PDFHexString> = {}): PDFRef {
    const ref = this.context.register(this.context.obj({ Type: 'StructElem', S: role, P: into, ...facts }))
    const parent = this.context.lookup(into, PDFDict)
    const kids = parent.lookup(name('K'))
    parent.set(name('K'), this.context.obj([...kids instanceof PDFArray ? kids.asArray() : kids ? [parent.get(name('K'))!] : [], ref]))
    return ref
  }

  /** All dictionaries that say so. */
  dicts(key: string, value: string): PDFDict[] {
    const isOne = (object: unknown): object is PDFDict => object instanceof PDFDict && object.get(name(key)) === name(value)
    return this.context.enumerateIndirectObjects().flatMap(([, object]) => isOne(object) ? [object] : [])
  }

  first(key: string, value: string): PDFDict {
    const [dict] = this.dicts(key, value)
    if (!dict)
      throw new Error(`The document has no ${value} to be spoilt.`)
    return dict
  }

  /** Rewrites the content of the first page, or what another stream holds. */
  content(change: (content: string) => string, given: unknown = this.document.getPage(0).node.get(name('Contents'))): void {
    const ref = given as PDFRef
    const before = Buffer.from(decodePDFRawStream(this.context.lookup(ref) as PDFRawStream).decode()).toString('latin1')
    const after = change(before)
    if (after === before)
      throw new Error('The content has not been spoilt.')
    this.context.assign(ref, this.context.flateStream(Buffer.from(after, 'latin1')))
  }

  /** The first font, and its map. */
  get font(): PDFDict { return this.first('Subtype', 'Type0') }
  get descendant(): PDFDict { return this.font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict) }

  link(facts: Record<string, string | PDFString> = { Subtype: 'Link' }): PDFDict {
    const page = this.document.getPage(0)
    const dict = this.context.obj({ Type: 'Annot', Rect: [0, 0, 9, 9], ...facts }) as PDFDict
    page.node.set(name('Annots'), this.context.obj([this.context.register(dict)]))
    page.node.set(name('Tabs'), name('S'))
    return dict
  }

  xmp(change: (xmp: string) => string): void {
    this.content(change, this.catalog.get(name('Metadata')))
  }
}

/** The same for several points. */
function each(numbers: readonly string[], spoil: (spoilt: Spoilt) => void): Record<string, typeof spoil> {
  return Object.fromEntries(numbers.map(number => [number, spoil]))
}

/** How each point is spoilt. */
const SPOIL: Readonly<Record<string, (spoilt: Spoilt) => void>> = {
  '01-003': spoilt => spoilt.content(content => content.replace(/(<<\s*\/MCID 0\s*>>\s*BDC)([\s\S]*?)EMC/, '$1 /Artifact BMC $2 EMC EMC')),
  '01-004': spoilt => spoilt.content(content => content.replace(/(\/\w+ <<\s*\/MCID 0\s*>>\s*BDC[\s\S]*?EMC)/, '/Artifact BMC $1 EMC')),
  '01-005': spoilt => spoilt.content(content => `0 0 9 9 re f\n${content}`),
  '01-007': ({ catalog, context }) => catalog.set(name('MarkInfo'), context.obj({ Marked: true, Suspects: true })),
  '02-001': spoilt => spoilt.add('Unheard'),
  '02-003': ({ tree, context }) => tree.set(name('RoleMap'), context.obj({ One: 'Other', Other: 'One' })),
  '02-004': ({ tree, context }) => tree.set(name('RoleMap'), context.obj({ P: 'Span' })),
  '06-001': ({ catalog }) => catalog.delete(name('Metadata')),
  '06-002': spoilt => spoilt.xmp(xmp => xmp.replace(/<pdfuaid:part>.*<\/pdfuaid:part>/, '')),
  '06-003': spoilt => spoilt.xmp(xmp => xmp.replace(/<dc:title>.*<\/dc:title>/, '')),
  '07-001': ({ catalog }) => catalog.delete(name('ViewerPreferences')),
  '07-002': ({ catalog, context }) => catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: false })),
  '09-004': spoilt => spoilt.add('TD'),
  '09-005': spoilt => spoilt.add('P', spoilt.add('LI', spoilt.add('L'))),
  '09-006': spoilt => spoilt.add('TOCI'),
  '09-007': spoilt => spoilt.add('RB', spoilt.add('Ruby')),
  '09-008': spoilt => spoilt.add('WT'),
  '10-001': spoilt => spoilt.content(map => map.replace(/beginbf(char|range)[\s\S]*?endbf\1/g, ''), spoilt.font.get(name('ToUnicode'))),
  '11-001': spoilt => [spoilt.catalog, spoilt.context.lookup(spoilt.top, PDFDict)].forEach(dict => dict.delete(name('Lang'))),
  '11-002': (spoilt) => {
    spoilt.catalog.delete(name('Lang'))
    spoilt.context.lookup(spoilt.top, PDFDict).delete(name('Lang'))
    spoilt.add('Figure', spoilt.top, { Alt: PDFHexString.fromText('a drawing') })
  },
  '11-003': ({ catalog }) => catalog.delete(name('Lang')),
  '11-004': ({ catalog }) => catalog.delete(name('Lang')),
  '11-005': spoilt => spoilt.link({ Subtype: 'Widget' }),
  '11-006': ({ catalog }) => catalog.delete(name('Lang')),
  '13-004': spoilt => spoilt.add('Figure'),
  '14-002': spoilt => spoilt.dicts('S', 'H1').forEach(head => head.set(name('S'), name('H2'))),
  '14-003': spoilt => spoilt.add('H3'),
  '14-006': (spoilt) => {
    const section = spoilt.add('Sect')
    spoilt.add('H', section)
    spoilt.add('H', section)
  },
  '14-007': spoilt => spoilt.add('H'),
  '15-003': spoilt => spoilt.add('TH', spoilt.add('TR', spoilt.add('Table'))),
  '17-002': spoilt => spoilt.add('Formula'),
  '17-003': spoilt => spoilt.add('Formula'),
  '19-003': spoilt => spoilt.add('Note'),
  '19-004': spoilt => spoilt.add('Note'),
  ...each(['20-001', '20-002', '20-003'], ({ catalog, context }) => catalog.set(name('OCProperties'), context.obj({}))),
  '21-001': ({ context }) => void context.register(context.obj({ Type: 'Filespec', EF: {} })),
  '25-001': ({ context }) => void context.register(context.obj({ XFA: [] })),
  '28-004': spoilt => spoilt.link(),
  '28-005': spoilt => spoilt.link({ Subtype: 'Widget' }),
  '28-008': (spoilt) => {
    spoilt.link()
    spoilt.document.getPage(0).node.delete(name('Tabs'))
  },
  '28-009': (spoilt) => {
    spoilt.link()
    spoilt.document.getPage(0).node.set(name('Tabs'), name('R'))
  },
  '28-010': spoilt => spoilt.link({ Subtype: 'Widget' }),
  '28-011': spoilt => spoilt.link(),
  '28-012': spoilt => spoilt.link(),
  ...each(['28-002', '28-006', '28-007', '28-016', '28-017', '28-018'], spoilt => spoilt.link({ Subtype: 'PrinterMark' })),
  ...each(['28-014', '28-015'], ({ context }) => void context.register(context.obj({ S: 'MCD' }))),
  '30-001': ({ context }) => void context.register(context.obj({ Ref: {} })),
  '30-002': ({ context }) => void context.register(context.flateStream(Buffer.from('/P <</MCID 0>> BDC EMC'), { Subtype: 'Form' })),
  ...each(['31-001', '31-002', '31-003', '31-006', '31-007', '31-008'], ({ font }) => font.set(name('Encoding'), name('GBK-EUC-H'))),
  '31-004': ({ descendant }) => descendant.set(name('CIDToGIDMap'), name('Other')),
  '31-005': ({ descendant }) => void descendant.delete(name('CIDToGIDMap')),
  '31-009': ({ descendant }) => void descendant.lookup(name('FontDescriptor'), PDFDict).delete(name('FontFile2')),
  '31-011': spoilt => spoilt.content(content => content.replace(/<[\dA-F]{4}>\s*Tj/, '<FFF0> Tj')),
  '31-014': ({ descendant }) => descendant.set(name('CIDSet'), PDFNumber.of(1)),
  '31-015': ({ descendant }) => descendant.set(name('CIDSet'), PDFNumber.of(1)),
  '31-016': ({ descendant, context }) => descendant.set(name('W'), context.obj([0, 9999, 1])),
  ...each([12, 13, ...Array.from({ length: 10 }, (_, at) => 17 + at)].map(at => `31-0${at}`), ({ descendant }) =>
    descendant.set(name('Subtype'), name('CIDFontType0'))),
  '31-027': ({ font }) => void font.delete(name('ToUnicode')),
  '31-028': spoilt => spoilt.content(map => map.replace(/endbfchar/, '<FFF1> <0000>\nendbfchar'), spoilt.font.get(name('ToUnicode'))),
  '31-029': spoilt => spoilt.content(map => map.replace(/endbfchar/, '<FFF1> <FEFF>\nendbfchar'), spoilt.font.get(name('ToUnicode'))),
  '31-030': spoilt => spoilt.content(content => content.replace(/<[\dA-F]{4}>\s*Tj/, '<0000> Tj')),
  'figures have a place': spoilt => spoilt.add('Figure', spoilt.top, { Alt: PDFHexString.fromText('a drawing') }),
  'the way back from each content to its element': ({ tree, context }) => tree.set(name('ParentTree'), context.obj({ Nums: [] })),
  'no name twice': spoilt => spoilt.content(content => content.replace(/MCID 1\b/, 'MCID 0')),
}

describe('a document as PDF/UA-1', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await readFile(built.pdf)
  })

  it('has nothing against it, neither the PDF nor the handout', async () => {
    expect(await uaProblems(bytes)).toEqual([])
    expect(await uaProblems(await readFile(built.handout))).toEqual([])
  })

  // pdf-lib writes no encrypted document.
  it.each(Object.keys({ ...POINTS, ...OWN }).filter(number => !number.startsWith('26-')))('%s is found', async (number) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(SPOIL[number], 'a way to spoil it').toBeDefined()
    SPOIL[number]!(new Spoilt(document))
    const problems = await uaProblems(await document.save({ addDefaultPage: false, updateFieldAppearances: false }))
    expect(problems.filter(problem => problem.startsWith(`${number}:`))).not.toEqual([])
  })
})
