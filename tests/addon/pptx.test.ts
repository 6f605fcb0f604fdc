import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { noteText } from '../../addon/lib/notes'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { builtEditions } from '../browser/deck'

function plain(xml: string) {
  return withoutSpaces(xml.replace(/<[^>]*>/g, '').replaceAll('&apos;', '\'').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

// That each slide has its one picture and its notes, the export proves itself.
describe.each(Object.values(builtEditions))('the presentation for PowerPoint, $facts.language', ({ pptx, slides }) => {
  it('has sharp pictures with their titles, and whole notes without marks', async () => {
    const zip = await JSZip.loadAsync(await readFile(pptx))
    const read = (file: string) => zip.file(file)!.async('string')
    for (const { no, title = '', note } of slides) {
      const xml = await read(`ppt/slides/slide${no}.xml`)
      expect(plain(/<p:cNvPr[^>]* descr="([^"]*)"/.exec(xml)?.[1] ?? '')).toBe(withoutSpaces(title))
      const picture = /Target="\.\.\/media\/([^"]+\.png)"/.exec(await read(`ppt/slides/_rels/slide${no}.xml.rels`))?.[1]
      const png = await zip.file(`ppt/media/${picture}`)!.async('nodebuffer')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440])
      const notes = plain(await read(`ppt/notesSlides/notesSlide${no}.xml`))
      for (const paragraph of noteText(note).split(/\n\s*\n/).filter(Boolean))
        expect(notes).toContain(withoutSpaces(paragraph))
      expect(notes).not.toMatch(/\[click/i)
    }
  })
})
