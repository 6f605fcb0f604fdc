import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PROGRAMS } from './programs'
import { Buffer } from 'node:buffer'
import { readFile, writeFile } from 'node:fs/promises'
import { openPdf, PIXELS_PER_POINT } from '../../addon/node/print/pdf-read'
import { run } from './programs'

/** Pixels to a slide pixel, and dots to the inch that give as many. */
export const SCALE = 2
const DPI = String(96 * SCALE)

/** A program that draws PDFs and gives their text. */
export interface Drawer {
  /** What has to be installed; nothing for pdf.js. */
  needs: keyof typeof PROGRAMS | undefined
  /** Draws a page of a file to a PNG. */
  draw: (file: string, no: number, png: string) => Promise<unknown>
  /** The text of a page. */
  textOf: (file: string, no: number) => Promise<string>
}

/** What pdf.js has in Node to draw on. */
interface NodeCanvas { canvas: HTMLCanvasElement & { toBuffer: (type: string) => Buffer }, context: CanvasRenderingContext2D }

async function withPdf<T>(file: string, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const pdf = await openPdf(await readFile(file))
  return use(pdf).finally(() => pdf.destroy())
}

/** A page as pdf.js draws it in Node, as thumbnails and converters do. */
export function drawInPdfJs(file: string, no: number): Promise<Buffer> {
  return withPdf(file, async (pdf) => {
    const page = await pdf.getPage(no)
    const viewport = page.getViewport({ scale: PIXELS_PER_POINT * SCALE })
    const factory = (pdf as unknown as { canvasFactory: { create: (width: number, height: number) => NodeCanvas } }).canvasFactory
    const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height))
    await page.render({ canvas, canvasContext: context, viewport }).promise
    return Buffer.from(canvas.toBuffer('image/png'))
  })
}

/** The programs, by their names. */
export const DRAWERS: Readonly<Record<string, Drawer>> = {
  'poppler': {
    needs: 'pdftoppm',
    draw: (file, no, png) => run('pdftoppm', ['-singlefile', '-png', '-r', DPI, '-f', String(no), '-l', String(no), file, png.replace(/\.png$/, '')]),
    textOf: (file, no) => run('pdftotext', ['-enc', 'UTF-8', '-f', String(no), '-l', String(no), file, '-']),
  },
  'MuPDF': {
    needs: 'mutool',
    draw: (file, no, png) => run('mutool', ['draw', '-q', '-F', 'png', '-r', DPI, '-o', png, file, String(no)]),
    textOf: (file, no) => run('mutool', ['draw', '-q', '-F', 'txt', file, String(no)]),
  },
  'Ghostscript': {
    needs: 'gs',
    draw: (file, no, png) => run('gs', [
      ...['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=png16m', `-r${DPI}`, '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'],
      ...[`-dFirstPage=${no}`, `-dLastPage=${no}`, `-sOutputFile=${png}`, file],
    ]),
    // Of joined letters it gives the bytes in the wrong order: ft comes out as U+6600 U+7400.
    textOf: async (file, no) => {
      const text = await run('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=txtwrite', `-dFirstPage=${no}`, `-dLastPage=${no}`, '-sOutputFile=-', file])
      return text.replace(/[\u6600\u6900\u6A00\u6C00\u7400]{2,}/g, joined =>
        Array.from(joined, letter => String.fromCharCode(letter.charCodeAt(0) >> 8)).join(''))
    },
  },
  'pdf.js': {
    needs: undefined,
    draw: async (file, no, png) => writeFile(png, await drawInPdfJs(file, no)),
    textOf: (file, no) => withPdf(file, async (pdf) => {
      const { items } = await (await pdf.getPage(no)).getTextContent()
      return items.map(item => 'str' in item ? item.str : '').join(' ')
    }),
  },
}
