import type { PptxSlide } from '../../addon/node/print/pptx-package'
import type { Paragraph } from '../../addon/node/print/slide-parts'
import { Buffer } from 'node:buffer'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { pptxPackage } from '../../addon/node/print/pptx-package'
import { orderProblems, packageProblems } from '../../addon/node/print/pptx-problems'

function paragraph(text: string, link?: string): Paragraph {
  return {
    runs: [{ text, size: 24, colour: '112233', bold: false, italic: false, serif: false, language: 'en', link }],
    align: 'left',
    lineHeight: 30,
    before: 0,
  }
}
const box = { x: 10, y: 20, width: 300, height: 60 }
function cell(text: string) {
  return {
    paragraphs: [paragraph(text)],
    columns: 1,
    rows: 1,
    rules: { B: { colour: '000000', width: 1 } },
    padding: [0, 0, 4, 4] as [number, number, number, number],
    middle: false,
  }
}
const drawing = { id: '1', left: 0, top: 0, name: 'Chart', told: [] }
const slides: PptxSlide[] = [
  {
    name: 'A & B',
    title: { kind: 'text', ...box, paragraphs: [paragraph('A & B <c> "d"')] },
    ground: 'ffffff',
    parts: [
      { kind: 'picture', ...box, ...drawing, finding: 'It "grew" & grew', links: [{ ...box, link: '#2', name: 'two' }] },
      { kind: 'shape', ...box, fill: 'ff0000', line: { colour: '000000', width: 1 }, round: true },
      { kind: 'text', ...box, paragraphs: [paragraph('to two', '#2'), paragraph('away', 'https://example.org/?a=1&b=2')] },
      {
        kind: 'table',
        ...box,
        columns: [100, 200],
        rows: [{ height: 20, cells: [{ ...cell('wide'), columns: 2 }, undefined] }, { height: 20, cells: [cell('1'), cell('2')] }],
      },
    ],
    pictures: new Map([['1', { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', png: strToU8('png') }]]),
    notes: [[{ text: 'One ', language: 'en' }, { text: '二', language: 'zh-CN' }], [{ text: 'Two', language: 'en' }]],
  },
  { name: 'Two', title: undefined, ground: 'ffffff', parts: [], pictures: new Map(), notes: [] },
]
const facts = { title: 'T & t', author: 'A', subject: 'S', keywords: ['k'], language: 'en', date: new Date('2026-01-02T03:04:05Z') }
const made = () => pptxPackage(slides, facts, '000000')

/** The same package with a part changed, or without it. */
function changed(name: string, change: ((text: string) => string) | undefined): Uint8Array {
  const parts = unzipSync(made())
  const entries = Object.entries(parts).flatMap(([part, bytes]): [string, Uint8Array][] =>
    part !== name ? [[part, bytes]] : change ? [[part, strToU8(change(strFromU8(bytes)))]] : [])
  return zipSync(Object.fromEntries(entries))
}

describe('the package of a presentation', () => {
  it('is whole, with text, tables, pictures, links and notes', () => {
    expect(packageProblems(made())).toEqual([])
    const slide = strFromU8(unzipSync(made())['ppt/slides/slide1.xml']!)
    expect(slide).toContain('A &amp; B &lt;c&gt; &quot;d&quot;')
    expect(slide).toContain('action="ppaction://hlinksldjump"')
    expect(slide).toContain('gridSpan="2"')
  })

  it('is the same, byte by byte, each time and in each time zone', () => {
    const first = made()
    vi.stubEnv('TZ', 'Asia/Kathmandu')
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    expect(Buffer.compare(made(), first)).toBe(0)
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  it.each<[what: string, part: string, change: ((text: string) => string) | undefined, says: RegExp]>([
    ['a part that is missing', 'ppt/slideMasters/slideMaster1.xml', undefined, /slideMaster1.xml is declared, and not there/],
    ['a part without a type', '[Content_Types].xml', text => text.replace(/<Override PartName="\/ppt\/slides\/slide2.xml"[^>]*>/, ''), /slide2.xml has no type/],
    ['an ending without a type', '[Content_Types].xml', text => text.replace(/<Default Extension="svg"[^>]*>/, ''), /\.svg has an ending without a type/],
    ['a part to which nothing leads', 'ppt/_rels/presentation.xml.rels', text => text.replace(/<Relationship [^>]*slide2.xml"\/>/, ''), /nothing leads to|has no such relation/],
    ['a relation that leads nowhere', 'ppt/slides/_rels/slide1.xml.rels', text => text.replace('slide2.xml', 'slide9.xml'), /slide9.xml, which is not there/],
    ['slides before the master of notes', 'ppt/presentation.xml', text => text.replace(/(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)(<p:sldIdLst>.*<\/p:sldIdLst>)/, '$2$1'), /p:notesMasterIdLst behind p:sldIdLst/],
    ['two things of one name', 'ppt/slides/slide1.xml', text => text.replace('<p:cNvPr id="3"', '<p:cNvPr id="2"'), /names two things alike/],
  ])('is refused for %s', (_, part, change, says) => expect(packageProblems(changed(part, change)).join('\n')).toMatch(says))

  it('may mix runs and breaks, and nothing else', () => {
    expect(orderProblems('x', '<a:p><a:pPr/><a:r/><a:br/><a:r/><a:endParaRPr/></a:p>')).toEqual([])
    expect(orderProblems('x', '<a:p><a:r/><a:pPr/></a:p>')).toEqual(['x has a:pPr behind a:r in a:p'])
    expect(orderProblems('x', '<p:sld><p:cSld></p:sld>')).not.toEqual([])
  })
})
