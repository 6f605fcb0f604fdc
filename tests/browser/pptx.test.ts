import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { noteText } from '../../addon/lib/notes'
import { squeeze } from '../../addon/node/print/pdf-read'
import { built, slides } from './deck'

describe('the presentation for PowerPoint', () => {
  let zip: JSZip
  beforeAll(async () => {
    zip = await JSZip.loadAsync(await readFile(built.pptx))
  })
  const read = (file: string) => zip.file(file)!.async('string')
  const plain = (xml: string) => squeeze(xml.replace(/<[^>]*>/g, '').replaceAll('&apos;', '\'').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))

  it('has as many slides as the deck', () => {
    expect(zip.file(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(slides.length)
  })

  it.each(slides)('$no $id is one sharp picture with its title and notes', async ({ no, title = '', note }) => {
    const xml = await read(`ppt/slides/slide${no}.xml`)
    expect(xml.match(/<p:pic>/g)).toHaveLength(1)
    expect(squeeze(/<p:cNvPr[^>]* descr="([^"]*)"/.exec(xml)?.[1] ?? '').replaceAll('&amp;', '&')).toBe(squeeze(title))
    const picture = /Target="\.\.\/media\/([^"]+\.png)"/.exec(await read(`ppt/slides/_rels/slide${no}.xml.rels`))?.[1]
    const png = await zip.file(`ppt/media/${picture}`)!.async('nodebuffer')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440])
    const notes = plain(await read(`ppt/notesSlides/notesSlide${no}.xml`))
    for (const paragraph of noteText(note).split(/\n\s*\n/).filter(Boolean))
      expect(notes).toContain(squeeze(paragraph))
    expect(notes).not.toMatch(/\[click/i)
  })
})
