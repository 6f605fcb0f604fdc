import type { Box, Cell, Paragraph, PicturePart, ShapePart, SlidePart, TablePart, TextPart } from './slide-parts'
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { SLIDE } from '../browser/deck-page'

/** Slide pixels in what PowerPoint measures in: 914,400 to the inch of 96 pixels. */
const EMU = 9525
/** A pixel in hundredths of a point. */
const POINTS = 75
/** Room for faces that are wider than ours, as a share of a text's width. */
const ROOM = 0.06

/** Faces that every Office has: ours are on nobody's machine. */
export const FACES = { serif: 'Cambria', sans: 'Calibri', han: 'Microsoft YaHei' } as const

/** A stretch of text in one language, by its BCP 47 tag. */
export interface TextRunInLanguage { text: string, language: string }

/** A picture of a slide as files. */
export interface DrawnPicture { svg: string, png: Uint8Array }

export interface PptxSlide {
  title: TextPart | undefined
  /** What the outline shows, where the slide shows no title. */
  name: string
  ground: string
  parts: readonly SlidePart[]
  pictures: ReadonlyMap<string, DrawnPicture>
  /** Paragraphs, each in stretches of one language. */
  notes: readonly (readonly TextRunInLanguage[])[]
}

export interface PptxFacts { title: string, author: string, subject: string, keywords: readonly string[], language: string, date: Date }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const NAMESPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
  + 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
  + 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MIME = 'application/vnd.openxmlformats-officedocument.presentationml'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** As XML takes it, without the characters that it does not. */
// eslint-disable-next-line no-control-regex -- those are meant
const escaped = (text: string) => text.replace(/[\0-\x08\v\f\x0E-\x1F]/g, '').replace(/[&<>"]/g, character => ESCAPES[character]!)
const emu = (pixels: number) => Math.round(pixels * EMU)

/** Relations of a part, named in the order in which they are asked for. */
class Relations {
  private readonly all = new Map<string, string>()

  id(type: string, target: string, external = false): string {
    const relation = `Type="${OFFICE}/${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}`
    const id = this.all.get(relation) ?? `rId${this.all.size + 1}`
    this.all.set(relation, id)
    return id
  }

  toString(): string {
    const relations = Array.from(this.all, ([relation, id]) => `<Relationship Id="${id}" ${relation}/>`)
    return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
  }
}

/** What a click on a text or a shape does. */
function linkXml(link: string | undefined, relations: Relations): string {
  if (!link)
    return ''
  return link.startsWith('#')
    ? `<a:hlinkClick r:id="${relations.id('slide', `slide${link.slice(1)}.xml`)}" action="ppaction://hlinksldjump"/>`
    : `<a:hlinkClick r:id="${relations.id('hyperlink', link, true)}"/>`
}

function fillXml(colour: string | undefined) {
  return colour === undefined
    ? '<a:noFill/>'
    : `<a:solidFill><a:srgbClr val="${colour}"/>`
      + `</a:solidFill>`
}
function frameXml(tag: string, { x, y, width, height }: Box) {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`
}

function paragraphXml({ runs, align, lineHeight, before, bullet }: Paragraph, relations: Relations): string {
  const marker = bullet === undefined
    ? '<a:buNone/>'
    : bullet === 'dot'
      ? '<a:buFont typeface="Arial"/><a:buChar char="&#8226;"/>'
      : '<a:buFont typeface="+mj-lt"/>'
        + '<a:buAutoNum type="arabicPeriod"/>'
  const indent = bullet === undefined ? '' : ` marL="${emu(26)}" indent="${-emu(26)}"`
  const attributes = `algn="${{ left: 'l', right: 'r', center: 'ctr' }[align]}"${indent}`
  const spacing = `<a:lnSpc><a:spcPts val="${Math.round(lineHeight * POINTS)}"/></a:lnSpc><a:spcBef>`
    + `<a:spcPts val="${Math.round(before * POINTS)}"/></a:spcBef>`
  const text = runs.map(({ text, size, colour, bold, italic, serif, language, link }) => {
    const face = serif ? '+mj' : '+mn'
    const properties = `lang="${escaped(language)}" sz="${Math.round(size * POINTS)}" b="${bold ? 1 : 0}" i="${italic ? 1 : 0}" dirty="0"`
    const inside = `${fillXml(colour)}<a:latin typeface="${face}-lt"/><a:ea typeface="${face}-ea"/><a:cs typeface="${face}-cs"/>`
      + `${linkXml(link, relations)}`
    return text === '\n'
      ? `<a:br><a:rPr ${properties}>${inside}</a:rPr></a:br>`
      : `<a:r><a:rPr ${properties}>${inside}</a:rPr><a:t>${escaped(text)}</a:t></a:r>`
  })
  return `<a:p><a:pPr ${attributes}>${spacing}${marker}</a:pPr>${text.join('')}</a:p>`
}

/** A text stands where it stood, with room for a wider face at its open side. */
function roomy(box: Box, align: Paragraph['align']): Box {
  const more = box.width * ROOM
  const left = align === 'left' ? 0 : align === 'right' ? more : more / 2
  return { ...box, x: box.x - left, width: box.width + more }
}

function textXml(part: TextPart, id: number, relations: Relations, placeholder: string): string {
  const box = roomy(part, part.paragraphs[0]?.align ?? 'left')
  const name = placeholder ? 'Title' : `Text ${id}`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr${placeholder ? '' : ' txBox="1"'}/><p:nvPr>`
    + `${placeholder}</p:nvPr></p:nvSpPr>`
    + `<p:spPr>${frameXml('a:xfrm', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`
    + '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>'
    + `${part.paragraphs.map(paragraph => paragraphXml(paragraph, relations)).join('')}</p:txBody></p:sp>`
}

function shapeXml({ fill, line, round, ...box }: ShapePart, id: number): string {
  const stroke = line ? `<a:ln w="${emu(line.width)}">${fillXml(line.colour)}</a:ln>` : '<a:ln><a:noFill/></a:ln>'
  const decorative = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    + 'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}">${decorative}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>`
    + `<p:spPr>${frameXml('a:xfrm', box)}<a:prstGeom prst="${round ? 'roundRect' : 'rect'}"><a:avLst/></a:prstGeom>`
    + `${fillXml(fill)}${stroke}</p:spPr></p:sp>`
}

/** A place on a picture that leads somewhere. */
function linkShapeXml({ link, name, ...box }: PicturePart['links'][number], id: number, relations: Relations): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name || 'Link')}" descr="${escaped(name)}">`
    + `${linkXml(link, relations)}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>`
    + `<p:spPr>${frameXml('a:xfrm', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF">`
    + `<a:alpha val="0"/></a:srgbClr></a:solidFill>`
    + '<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
}

function cellXml(cell: Cell | undefined, width: string, relations: Relations): string {
  if (!cell)
    return `<a:tc ${width}><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>`
  const { paragraphs, padding: [left, padded, top, bottom], rules, fill, middle } = cell
  // Half of the blank at the open side is room for a wider face.
  const right = paragraphs.some(({ align }) => align !== 'left') ? padded : padded / 2
  const lines = (['L', 'R', 'T', 'B'] as const).map((side) => {
    const rule = rules[side]
    return rule
      ? `<a:ln${side} w="${emu(rule.width)}">${fillXml(rule.colour)}</a:ln${side}>`
      : `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`
  })
  return `<a:tc ${width}><a:txBody><a:bodyPr/><a:lstStyle/>`
    + `${paragraphs.map(paragraph => paragraphXml(paragraph, relations)).join('')}</a:txBody>`
    + `<a:tcPr marL="${emu(left)}" marR="${emu(right)}" marT="${emu(top)}" marB="${emu(bottom)}" anchor="${middle ? 'ctr' : 't'}">`
    + `${lines.join('')}${fillXml(fill)}</a:tcPr></a:tc>`
}

function tableXml({ columns, rows, ...box }: TablePart, id: number, relations: Relations): string {
  const lines = rows.map(({ height, cells }, row) => {
    const written = cells.map((cell, column) => {
      if (cell) {
        const spans = `${cell.columns > 1 ? `gridSpan="${cell.columns}" ` : ''}${cell.rows > 1 ? `rowSpan="${cell.rows}" ` : ''}`
        return cellXml(cell, spans.trim(), relations)
      }
      // Which cell reaches here: one of the same row, or one above.
      const isBeside = cells.some((other, at) => other && at < column && at + other.columns > column)
      return cellXml(undefined, isBeside ? 'hMerge="1"' : row > 0 ? 'vMerge="1"' : '', relations)
    })
    return `<a:tr h="${emu(height)}">${written.join('')}</a:tr>`
  })
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}"/><p:cNvGraphicFramePr>`
    + `<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>`
    + `<p:nvPr/></p:nvGraphicFramePr>${frameXml('p:xfrm', box)}<a:graphic>`
    + `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">`
    + `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${columns.map(width => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>`
    + `${lines.join('')}</a:tbl>`
    + '</a:graphicData></a:graphic></p:graphicFrame>'
}

function pictureXml(
  { name, finding, ...box }: PicturePart,
  id: number,
  [png, svg]: readonly [string, string],
  relations: Relations,
): string {
  const vector = '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
    + `xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${relations.id('image', svg)}"/></a:ext>`
    + `</a:extLst>`
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(finding)}"/><p:cNvPicPr>`
    + `<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>`
    + `<p:blipFill><a:blip r:embed="${relations.id('image', png)}">${vector}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>`
    + `<p:spPr>${frameXml('a:xfrm', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
}

const GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
  + '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
const INHERITED = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'
const CLEAR_TITLE = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>`
  + `<p:ph type="title"/></p:nvPr></p:nvSpPr>`
  + `<p:spPr>${frameXml('a:xfrm', { x: 64, y: 40, width: SLIDE.width - 128, height: 96 })}<a:prstGeom prst="rect"><a:avLst/>`
  + `</a:prstGeom></p:spPr>`
  + '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>'

const groundXml = (colour: string) => `<p:bg><p:bgPr>${fillXml(colour)}<a:effectLst/></p:bgPr></p:bg>`

function themeXml(name: string, ground: string, ink: string): string {
  const faces = (latin: string) => `<a:latin typeface="${latin}"/><a:ea typeface="${FACES.han}"/><a:cs typeface=""/>`
  const colours = ['dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  const value = (slot: string) => slot === 'lt2' ? ground : slot === 'accent2' ? 'A6341B' : slot.startsWith('accent') ? '1F5FA8' : ink
  const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = `<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`
  return `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${escaped(name)}"><a:themeElements>`
    + `<a:clrScheme name="Deck"><a:dk1><a:srgbClr val="${ink}"/></a:dk1><a:lt1><a:srgbClr val="${ground}"/></a:lt1>`
    + `${colours.map(slot => `<a:${slot}><a:srgbClr val="${value(slot)}"/></a:${slot}>`).join('')}</a:clrScheme>`
    + `<a:fontScheme name="Deck"><a:majorFont>${faces(FACES.serif)}</a:majorFont><a:minorFont>${faces(FACES.sans)}</a:minorFont>`
    + `</a:fontScheme>`
    + `<a:fmtScheme name="Deck"><a:fillStyleLst>${plain.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>`
    + `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>`
    + `<a:bgFillStyleLst>${plain.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}

const COLOURS = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
  + 'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'

function notesXml(paragraphs: PptxSlide['notes']): string {
  const written = paragraphs.map(runs => `<a:p>${runs.map(({ text, language }) =>
    `<a:r><a:rPr lang="${escaped(language)}" dirty="0"/><a:t>${escaped(text)}</a:t></a:r>`).join('')}</a:p>`)
  return `${XML}<p:notes ${NAMESPACES}><p:cSld><p:spTree>${GROUP}`
    + '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    + '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    + '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    + '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
    + `<p:txBody><a:bodyPr/><a:lstStyle/>${written.join('') || '<a:p/>'}</p:txBody></p:sp></p:spTree></p:cSld>${INHERITED}</p:notes>`
}

function notesMasterXml(): string {
  const page = { x: 68, y: 92, width: 584, height: 328 }
  const body = { x: 72, y: 456, width: 576, height: 432 }
  return `${XML}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`
    + `<a:effectLst/></p:bgPr></p:bg><p:spTree>${GROUP}`
    + '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    + '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
    + `<p:spPr>${frameXml('a:xfrm', page)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
    + '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
    + '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
    + `<p:spPr>${frameXml('a:xfrm', body)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
    + '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>'
    + `</p:spTree></p:cSld>${COLOURS}<p:notesStyle><a:lvl1pPr algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef><a:defRPr sz="1200">`
    + '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
    + '<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>'
}

/** One slide with its relations, and what it shows of pictures. */
function slideXml(
  slide: PptxSlide,
  no: number,
  media: (content: string | Uint8Array, ending: string) => string,
): { xml: string, relations: string } {
  const relations = new Relations()
  relations.id('slideLayout', '../slideLayouts/slideLayout1.xml')
  relations.id('notesSlide', `../notesSlides/notesSlide${no}.xml`)
  let id = 1
  const heading: TextPart = slide.title ?? {
    kind: 'text',
    // Beside the slide, for the outline alone.
    x: 0,
    y: -80,
    width: SLIDE.width,
    height: 60,
    paragraphs: [{ runs: [], align: 'left', lineHeight: 40, before: 0 }],
  }
  const shapes = [
    textXml(heading, ++id, relations, '<p:ph type="title"/>'),
    ...slide.parts.flatMap((part): string[] => {
      if (part.kind === 'text')
        return [textXml(part, ++id, relations, '')]
      if (part.kind === 'shape')
        return [shapeXml(part, ++id)]
      if (part.kind === 'table')
        return [tableXml(part, ++id, relations)]
      const { png, svg } = slide.pictures.get(part.id)!
      const files = [media(png, 'png'), media(svg, 'svg')] as const
      return [pictureXml(part, ++id, files, relations), ...part.links.map(link => linkShapeXml(link, ++id, relations))]
    }),
  ]
  return {
    xml: `${XML}<p:sld ${NAMESPACES}><p:cSld name="${escaped(slide.name)}">${groundXml(slide.ground)}<p:spTree>`
      + `${GROUP}${shapes.join('')}</p:spTree></p:cSld>${INHERITED}</p:sld>`,
    relations: relations.toString(),
  }
}

const titleStyle = '<p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/>'
  + '</a:spcBef><a:buNone/><a:defRPr sz="3200">'
  + '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>'
  + '<a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle>'
function textStyle(tag: string) {
  return `<p:${tag}><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>`
    + `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:${tag}>`
}

/**
 * A presentation as the package that the standard (ECMA-376) describes: every part is there, has its type, is led to, and its elements
 * stand in the order of the schema. The same slides give the same bytes.
 */
export function pptxPackage(slides: readonly PptxSlide[], facts: PptxFacts, ink: string): Uint8Array {
  const parts = new Map<string, string | Uint8Array>()
  const types = new Map<string, string>()
  const put = (name: string, content: string | Uint8Array, type?: string) => {
    parts.set(name, content)
    if (type)
      types.set(name, type)
  }
  const media = new Map<string, string>()
  /** A picture that several slides show is there once. */
  const mediaOf = (content: string | Uint8Array, ending: string) => {
    const key = createHash('sha256').update(content).digest('hex')
    const name = media.get(key) ?? `picture${media.size + 1}.${ending}`
    if (!media.has(key)) {
      media.set(key, name)
      put(`ppt/media/${name}`, content)
    }
    return `../media/${name}`
  }
  const ground = slides[0]?.ground ?? 'ffffff'
  const root = new Relations()
  const deck = new Relations()
  const master = deck.id('slideMaster', 'slideMasters/slideMaster1.xml')
  const notesMaster = deck.id('notesMaster', 'notesMasters/notesMaster1.xml')
  const ids = slides.map((_, index) => deck.id('slide', `slides/slide${index + 1}.xml`))
  deck.id('presProps', 'presProps.xml')
  deck.id('viewProps', 'viewProps.xml')
  deck.id('theme', 'theme/theme1.xml')
  deck.id('tableStyles', 'tableStyles.xml')

  root.id('officeDocument', 'ppt/presentation.xml')
  const core = 'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"'
  root.id('extended-properties', 'docProps/app.xml')
  put('_rels/.rels', root.toString().replace('</Relationships>', `<Relationship Id="rId9" ${core}/></Relationships>`))
  const stamp = facts.date.toISOString().replace(/\.\d+Z$/, 'Z')
  put('docProps/core.xml', `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" `
  + `xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`
  + `${escaped(facts.title)}</dc:title>`
  + `<dc:subject>${escaped(facts.subject)}</dc:subject><dc:creator>${escaped(facts.author)}</dc:creator><cp:keywords>`
  + `${escaped(facts.keywords.join(', '))}</cp:keywords>`
  + `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">`
  + `${stamp}</dcterms:modified>`
  + `<dc:language>${escaped(facts.language)}</dc:language>`
  + `</cp:coreProperties>`, 'application/vnd.openxmlformats-package.core-properties+xml')
  put('docProps/app.xml', `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`
  + `<Application>Slidev</Application>`
  + `<Slides>${slides.length}</Slides><Notes>${slides.length}</Notes>`
  + `</Properties>`, 'application/vnd.openxmlformats-officedocument.extended-properties+xml')

  put('ppt/presentation.xml', `${XML}<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>`
  + `<p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst>`
  + `<p:notesMasterIdLst><p:notesMasterId r:id="${notesMaster}"/></p:notesMasterIdLst>`
  + `<p:sldIdLst>${ids.map((id, index) => `<p:sldId id="${256 + index}" r:id="${id}"/>`).join('')}</p:sldIdLst>`
  + `<p:sldSz cx="${emu(SLIDE.width)}" cy="${emu(SLIDE.height)}"/><p:notesSz cx="${emu(720)}" cy="${emu(960)}"/>`
  + `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${escaped(facts.language)}"/></a:defPPr></p:defaultTextStyle>`
  + `</p:presentation>`, `${MIME}.presentation.main+xml`)
  put('ppt/_rels/presentation.xml.rels', deck.toString())
  put('ppt/presProps.xml', `${XML}<p:presentationPr ${NAMESPACES}/>`, `${MIME}.presProps+xml`)
  put('ppt/viewProps.xml', `${XML}<p:viewPr ${NAMESPACES}/>`, `${MIME}.viewProps+xml`)
  put('ppt/tableStyles.xml', `${XML}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`, `${MIME}.tableStyles+xml`)

  const theme = 'application/vnd.openxmlformats-officedocument.theme+xml'
  put('ppt/theme/theme1.xml', themeXml(facts.title, ground, ink), theme)
  put('ppt/theme/theme2.xml', themeXml(facts.title, 'FFFFFF', '000000'), theme)
  const ofMaster = new Relations()
  const layout = ofMaster.id('slideLayout', '../slideLayouts/slideLayout1.xml')
  ofMaster.id('theme', '../theme/theme1.xml')
  put('ppt/slideMasters/slideMaster1.xml', `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${groundXml(ground)}<p:spTree>`
  + `${GROUP}${CLEAR_TITLE}</p:spTree></p:cSld>${COLOURS}`
  + `<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="${layout}"/></p:sldLayoutIdLst><p:txStyles>`
  + `${titleStyle}${textStyle('bodyStyle')}${textStyle('otherStyle')}</p:txStyles></p:sldMaster>`, `${MIME}.slideMaster+xml`)
  put('ppt/slideMasters/_rels/slideMaster1.xml.rels', ofMaster.toString())
  const ofLayout = new Relations()
  ofLayout.id('slideMaster', '../slideMasters/slideMaster1.xml')
  put('ppt/slideLayouts/slideLayout1.xml', `${XML}<p:sldLayout ${NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title">`
  + `<p:spTree>${GROUP}${CLEAR_TITLE}</p:spTree></p:cSld>${INHERITED}</p:sldLayout>`, `${MIME}.slideLayout+xml`)
  put('ppt/slideLayouts/_rels/slideLayout1.xml.rels', ofLayout.toString())
  const ofNotesMaster = new Relations()
  ofNotesMaster.id('theme', '../theme/theme2.xml')
  put('ppt/notesMasters/notesMaster1.xml', notesMasterXml(), `${MIME}.notesMaster+xml`)
  put('ppt/notesMasters/_rels/notesMaster1.xml.rels', ofNotesMaster.toString())

  for (const [index, slide] of slides.entries()) {
    const no = index + 1
    const { xml, relations } = slideXml(slide, no, mediaOf)
    put(`ppt/slides/slide${no}.xml`, xml, `${MIME}.slide+xml`)
    put(`ppt/slides/_rels/slide${no}.xml.rels`, relations)
    const ofNotes = new Relations()
    ofNotes.id('notesMaster', '../notesMasters/notesMaster1.xml')
    ofNotes.id('slide', `../slides/slide${no}.xml`)
    put(`ppt/notesSlides/notesSlide${no}.xml`, notesXml(slide.notes), `${MIME}.notesSlide+xml`)
    put(`ppt/notesSlides/_rels/notesSlide${no}.xml.rels`, ofNotes.toString())
  }
  const overrides = Array.from(types, ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
  const rels = 'application/vnd.openxmlformats-package.relationships+xml'
  const endings = { rels, xml: 'application/xml', png: 'image/png', svg: 'image/svg+xml' }
  const defaults = Object.entries(endings)
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
  const contentTypes = `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`
  // Times in a ZIP archive are local, and this one is the first that there is: the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1)
  return zipSync(Object.fromEntries([['[Content_Types].xml', contentTypes] as const, ...parts].map(([name, content]) =>
    [name, [typeof content === 'string' ? strToU8(content) : content, { mtime }]])), { level: 9 })
}
