import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { noteText } from '../../addon/lib/notes'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { packageProblems } from '../../addon/node/print/pptx-problems'
import { builtEditions } from '../browser/deck'

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const plain = (xml: string) => withoutSpaces(xml.replace(/<[^>]*>/g, '').replace(/&\w+;/g, entity => ENTITIES[entity] ?? entity))

describe.each(Object.values(builtEditions))('the presentation for PowerPoint, $facts.language', ({ pptx, slides, facts }) => {
  const read = async () => {
    const bytes = await readFile(pptx)
    const parts = unzipSync(bytes)
    return { bytes, part: (name: string) => strFromU8(parts[name]!) }
  }
  const noOf = (id: string) => slides.find(slide => slide.id === id)!.no

  it('is a whole package, in the order of the schema', async () => expect(packageProblems((await read()).bytes)).toEqual([]))

  it('has each title in the placeholder of titles, and the notes in paragraphs of their language', async () => {
    const { part } = await read()
    for (const { no, title = '', note } of slides) {
      const heading = /<p:sp><p:nvSpPr>(?:(?!<\/p:nvSpPr>).)*<p:ph type="title"\/>.*?<\/p:sp>/s.exec(part(`ppt/slides/slide${no}.xml`))![0]
      expect(plain(heading)).toBe(withoutSpaces(title))
      const notes = part(`ppt/notesSlides/notesSlide${no}.xml`)
      const paragraphs = Array.from(notes.matchAll(/<a:p>.*?<\/a:p>/gs), ([paragraph]) => plain(paragraph))
      for (const paragraph of noteText(note).split(/\n\s*\n/).filter(Boolean))
        expect(paragraphs).toContain(withoutSpaces(paragraph))
      expect(notes).not.toMatch(/\[click/i)
      expect(notes).toContain(`lang="${facts.language}"`)
    }
  })

  it('has text as text, a table as a table and an exhibit as SVG and PNG with its finding', async () => {
    const { part } = await read()
    expect(part(`ppt/slides/slide${noOf('steps')}.xml`).match(/<a:buChar/g)).toHaveLength(3)
    const table = part(`ppt/slides/slide${noOf('table')}.xml`)
    expect(table.match(/<a:tr /g)).toHaveLength(3)
    expect(plain(table)).toContain('12')
    const chart = part(`ppt/slides/slide${noOf('chart')}.xml`)
    expect(chart).toMatch(/<p:pic>.*descr="[^"]+".*r:embed="rId\d+".*svgBlip [^>]*r:embed="rId\d+"/s)
  })

  it('says whose it is, and when: the date of the commit', async () => {
    const core = (await read()).part('docProps/core.xml')
    expect(core).toContain(`<dcterms:created xsi:type="dcterms:W3CDTF">${facts.date.replace(/\.\d+Z$/, 'Z')}<`)
    expect(core).toContain(`<dc:language>${facts.language}<`)
  })
})
