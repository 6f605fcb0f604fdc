import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'

/** A part of a tagged page, with the text that stands directly in it. */
export interface Tagged {
  role: string
  alt: string
  text: string
  children: Tagged[]
}

interface Node { role?: string, alt?: string, type?: string, id?: string, children?: Node[] }

/** The tags of a page with their text, in the order in which a screen reader takes them. */
export async function tags(page: PDFPageProxy): Promise<Tagged> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item)
      open.forEach(id => id && texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`))
    else if (item.type === 'endMarkedContent')
      open.pop()
    else
      open.push(item.id ?? '')
  }
  const read = ({ role = '', alt = '', children = [] }: Node): Tagged => ({
    role,
    alt,
    text: children.map(({ id = '' }) => texts.get(id) ?? '').join(''),
    children: children.filter(child => child.role).map(read),
  })
  return read(await page.getStructTree() as Node)
}

/** All parts of a tagged page, outer ones first. */
export function allTags(tag: Tagged): Tagged[] {
  return [tag, ...tag.children.flatMap(allTags)]
}

/** The text of a part and of all within. */
export function textOf(tag: Tagged): string {
  return allTags(tag).map(({ text }) => text).join(' ')
}

interface Item { title: string, dest: unknown[] | string | null, items: Item[] }

/** The bookmarks: title, number of the page that each leads to, and what is below. */
export async function bookmarks(
  pdf: PDFDocumentProxy,
): Promise<{ title: string, page: number, below: { title: string, page: number }[] }[]> {
  const pageOf = async ({ dest }: Item) => 1 + await pdf.getPageIndex((dest as Parameters<typeof pdf.getPageIndex>)[0])
  return Promise.all((await pdf.getOutline() as Item[]).map(async item => ({
    title: item.title,
    page: await pageOf(item),
    below: await Promise.all(item.items.map(async child => ({ title: child.title, page: await pageOf(child) }))),
  })))
}

/** How many parts of a whole document are tagged so. */
export async function structureCount(bytes: Uint8Array, role: string): Promise<number> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  return context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of(role))
    .length
}
