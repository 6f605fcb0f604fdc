import type { PDFDocument } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

/** What the codes of a font stand for. Widths in shares of the type size. */
export interface Glyphs {
  /** Undefined where the font does not say. */
  textOf: (code: number) => string | undefined
  widthOf: (code: number) => number
  /** The code of a space; undefined where it has none. */
  space: number | undefined
  /** How many bytes a code has. */
  length: 1 | 2
}

/** What a stream holds, a character a byte. */
export function streamText(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

function unicode(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map(unit => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

/** The texts of codes, as the map in a font gives them. */
export function readUnicodeMap(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  const number = (digits: string) => Number.parseInt(digits, 16)
  for (const [, lines] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of lines!.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>/gi))
      texts.set(number(code!), unicode(text!))
  }
  for (const [, lines] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first, list] of lines!.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>\s*(?:<([\dA-F]+)>|\[([^\]]*)\])/gi)) {
      const several = list?.match(/[\dA-F]+/gi)
      for (let code = number(from!); code <= number(to!); code++) {
        const at = code - number(from!)
        const text = several ? several[at]! : (number(first!) + at).toString(16).padStart(first!.length, '0')
        texts.set(code, unicode(text))
      }
    }
  }
  return texts
}

/** Codes that a block of a map may have (Adobe Technical Note 5014). */
const BLOCK = 100

/** The same map with a line for each code, and none for several that follow each other. */
export function withoutRanges(map: string): string {
  return map.replace(/\d+\s+beginbfrange[\s\S]*?endbfrange/g, (block) => {
    const digitsOf = (code: number, digits: number) => code.toString(16).toUpperCase().padStart(digits, '0')
    const hex = (text: string) => Array.from({ length: text.length }, (_, at) => digitsOf(text.charCodeAt(at), 4)).join('')
    const digits = /<([\dA-F]+)>/i.exec(block)![1]!.length
    const lines = Array.from(readUnicodeMap(block), ([code, text]) => `<${digitsOf(code, digits)}> <${hex(text)}>`)
    const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, at) => lines.slice(at * BLOCK, (at + 1) * BLOCK))
    return blocks.map(lines => `${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`).join('\n')
  })
}

/** Tells each code of each font by itself: of those in a range Ghostscript 10.00 gives but half a character, so that ： comes out as ÿ. */
export function tellEachCode({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined
    const map = ref instanceof PDFRef ? context.lookup(ref) : undefined
    if (ref instanceof PDFRef && map instanceof PDFRawStream)
      context.assign(ref, context.flateStream(withoutRanges(streamText(map))))
  }
}

/** The widths of codes, as the `W` of a font lists them: a code and its widths, or two codes and what all between are wide. */
export function readWidths(list: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  if (!list)
    return widths
  for (let at = 0; at < list.size();) {
    const first = list.lookup(at, PDFNumber).asNumber()
    const next = list.lookup(at + 1)
    if (next instanceof PDFArray) {
      next.asArray().forEach((_, index) => widths.set(first + index, next.lookup(index, PDFNumber).asNumber()))
      at += 2
    }
    else {
      for (let code = first; code <= list.lookup(at + 1, PDFNumber).asNumber(); code++)
        widths.set(code, list.lookup(at + 2, PDFNumber).asNumber())
      at += 3
    }
  }
  return widths
}

/** Of letters whose font does not tell, about. */
const USUAL_WIDTH = 500

/** What a font says of its codes; of one that is no composite, which no finished PDF has, only what texts they are. */
export function glyphsOf(font: PDFDict): Glyphs {
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict)
  const map = font.lookup(PDFName.of('ToUnicode'))
  const texts = map instanceof PDFRawStream ? readUnicodeMap(streamText(map)) : new Map<number, string>()
  const widths = readWidths(descendant?.lookupMaybe(PDFName.of('W'), PDFArray))
  const usual = descendant ? descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000 : USUAL_WIDTH
  return {
    textOf: code => texts.get(code),
    widthOf: code => (widths.get(code) ?? usual) / 1000,
    space: [...texts].find(([, text]) => text === ' ')?.[0],
    length: descendant ? 2 : 1,
  }
}
