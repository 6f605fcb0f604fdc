import type { EditionId } from '../../locales/editions'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { noteText } from '../../addon/lib/notes'
import { exportDeck } from '../../addon/node/print/export-deck'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { editionOf } from '../../locales/editions'
import { has, PACKAGES_FOLDER, runOffice } from './programs'

const { editions } = inject('sites').talk

/** A slide as the reader of `pptxtojson` has it. */
interface ReadSlide { note: string, elements: { type: string, name: string | null, content?: string }[] }

const plain = (html: string) => withoutSpaces(html.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&'))

describe.each(['en', 'zh'] as const)('the presentation of the talk, %s', (id: EditionId) => {
  const { pptx, slides, dist } = editions[id]
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.skipIf(!has('loimpress'))('opens in LibreOffice, a page a slide, each with its title', async () => {
    await runOffice(['--headless', '--convert-to', 'pdf', '--outdir', folder, pptx], folder)
    const pdf = await openPdf(await readFile(path.join(folder, path.basename(pptx).replace(/pptx$/, 'pdf'))))
    expect(pdf.numPages).toBe(slides.length)
    for (const { no, title } of slides)
      expect(withoutSpaces(await pageText(await pdf.getPage(no))), `slide ${no}`).toContain(withoutSpaces(title!))
    await pdf.destroy()
  })

  it.skipIf(!has('pptxtojson'))('is read by another reader than the one that wrote it', async () => {
    const { parse } = createRequire(import.meta.url)(path.join(PACKAGES_FOLDER, 'node_modules/pptxtojson/dist/index.cjs')) as {
      parse: (file: ArrayBuffer) => Promise<{ slides: ReadSlide[] }>
    }
    const bytes = await readFile(pptx)
    const read = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
    expect(read.slides).toHaveLength(slides.length)
    for (const { no, title, note } of slides) {
      const { elements, note: told } = read.slides[no - 1]!
      expect(plain(elements.find(({ name }) => name === 'Title')!.content!), `slide ${no}`).toBe(withoutSpaces(title!))
      for (const paragraph of noteText(note).split(/\n\s*\n/).filter(Boolean))
        expect(plain(told), `slide ${no}`).toContain(withoutSpaces(paragraph))
    }
    const kinds = read.slides.flatMap(({ elements }) => elements.map(({ type }) => type))
    expect(kinds.filter(kind => kind === 'table').length).toBeGreaterThan(5)
    expect(kinds.filter(kind => kind === 'image').length).toBeGreaterThan(10)
  })

  it('is the same, byte by byte, when it is made again', async () => {
    const again = path.join(folder, 'again.pptx')
    await exportDeck({ edition: editionOf(id), dist, files: { pptx: again } })
    expect((await readFile(again)).equals(await readFile(pptx))).toBe(true)
  })
})
