import type { PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PDFHexString, PDFName } from '@cantoo/pdf-lib'

/** A bookmark for each slide, in a bookmark for each act. */
export interface Bookmark {
  act: string
  title: string
  /** Index of the page that it leads to. */
  page: number
}

interface Entry { title: string, page: number, children: Entry[] }

/** Slides in acts, in their order; an act that comes back is a bookmark again. */
function nest(bookmarks: Bookmark[]): Entry[] {
  const acts: Entry[] = []
  let act: string | undefined
  bookmarks.forEach((bookmark) => {
    const { page } = bookmark
    if (bookmark.act !== act)
      acts.push({ title: bookmark.act, page, children: [] })
    act = bookmark.act
    acts.at(-1)!.children.push({ title: bookmark.title, page, children: [] })
  })
  return acts
}

function countAll(entries: Entry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + countAll(children), 0)
}

/**
 * Gives a document bookmarks by act and slide, open, and shows them when it is opened.
 * @param document the PDF
 * @param bookmarks one for each slide
 * @throws when one leads to a page that is not there
 */
export function addOutline(document: PDFDocument, bookmarks: Bookmark[]): void {
  const pages = document.getPages()
  const lost = bookmarks.find(({ page }) => !pages[page])
  if (lost)
    throw new Error(`The PDF has ${pages.length} pages, and the bookmark "${lost.title}" should lead to page ${lost.page + 1}.`)
  const { context, catalog } = document

  /** Writes siblings and what is below them; returns the first and the last. */
  const write = (entries: Entry[], parent: PDFRef): { First: PDFRef, Last: PDFRef } => {
    const refs = entries.map(() => context.nextRef())
    entries.forEach(({ title, page, children }, index) => {
      const item: Record<string, PDFObject> = {
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: context.obj([pages[page]!.ref, PDFName.of('Fit')]),
      }
      if (index > 0)
        item.Prev = refs[index - 1]!
      if (index < refs.length - 1)
        item.Next = refs[index + 1]!
      if (children.length > 0)
        Object.assign(item, write(children, refs[index]!), { Count: context.obj(countAll(children)) })
      context.assign(refs[index]!, context.obj(item))
    })
    return { First: refs[0]!, Last: refs.at(-1)! }
  }

  const acts = nest(bookmarks)
  const root = context.nextRef()
  context.assign(root, context.obj({ Type: 'Outlines', ...write(acts, root), Count: countAll(acts) }))
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
