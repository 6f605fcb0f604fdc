import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { noteText } from '../../addon/lib/notes'
import { words as talkWords } from '../../addon/locales'
import { pageFonts } from '../../addon/node/print/pdf-fonts'
import { pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { doctoralResearchers, papersTotal } from '../../data'
import { formatFigure } from '../../figures/format'
import { words } from '../../locales'
import { others } from '../../locales/others'
import { readTagged, textsOf } from '../documents/pdf-tree'
import { uaProblems } from '../documents/pdf-ua'
import { built, facts, slides, usePdf } from './deck'
import { allTags, bookmarks, structureCount, tags, textOf } from './pdf-structure'

const { labels, acts } = words
const claimOf = (id: string) => slides.find(slide => slide.id === id)!.title!
/** The first words of a text that may go on in another line. */
const start = (text: string) => text.slice(0, 8)

/** Texts of three slides in the order in which one reads them: the title, the exhibit, the foot. */
const READING = [
  {
    id: 'answer',
    texts: [
      labels.laboratory,
      labels.company,
      formatFigure(doctoralResearchers, words),
      start(words.figures['doctoral-researchers']),
      formatFigure(papersTotal, words),
      start(words.figures['papers-total']),
      labels.source,
      acts.opening,
    ],
  },
  { id: 'papers', texts: [labels.papersAllVenues, 'CVPR', 'ECCV', labels.source, acts.evidence] },
  {
    id: 'giving-back',
    texts: [
      start(others.labels.bookFact),
      start(others.labels.bookMeaning),
      start(others.labels.strengthAnswer),
      start(others.labels.strengthMeaning),
      labels.source,
      acts.verdict,
    ],
  },
].map(({ id, texts }) => ({ id, texts: [start(claimOf(id)), ...texts] }))

const exhibits = { ...words.exhibits, ...others.exhibits } as Record<string, { finding: string }>
/** Charts, drawings, dots, a map, and what the appendix shows. */
const PICTURES = [
  { id: 'headcount-chart', name: 'HeadcountChart' },
  { id: 'papers', name: 'PaperChart' },
  { id: 'training-time', name: 'TrainingTimeChart' },
  { id: 'model', name: 'ModelDiagram' },
  { id: 'headcount-field', name: 'HeadcountField' },
  { id: 'offices', name: 'OfficeMap' },
  { id: 'timeline', name: 'TimelineBraid' },
  { id: 'faces', name: 'FacesChart' },
  { id: 'later-headcount', name: 'LaterHeadcountChart' },
  { id: 'beyond', name: 'BeyondChart' },
] as const

/** For comparing words with the blanks between them. */
const spaced = (text: string) => text.normalize('NFKC').replace(/[\u00AD\u200B]/g, '').replace(/\s+/g, ' ').trim()

/** Pages of the appendix that show a drawing; its table is beside them, in the data. */
const APPENDIX_CHARTS = ['faces', 'later-headcount', 'beyond']
/** Pages of which the article says nothing. */
const OF_OTHERS = ['beyond', 'other-sources-one', 'other-sources-two']

const numberOf = (wanted: string) => slides.find(({ id }) => id === wanted)?.no ?? 0

// Pages, tags, embedded outlines of fonts and the weight are proven when a document is made.
describe.each(['pdf', 'handout'] as const)('the document: %s', (kind) => {
  const pdf = usePdf(kind)
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await readFile(built[kind])
  })

  it('says what it is, in which language and of when', async () => {
    const { title, author, subject, keywords, language, date } = facts
    const { info } = await pdf().getMetadata()
    const stamp = `D:${date.replace(/\.\d+/, '').replace(/[-:T]/g, '')}`
    expect(info).toMatchObject({
      Title: title,
      Author: author,
      Subject: subject,
      Keywords: keywords.join(', '),
      Language: language,
      CreationDate: stamp,
      ModDate: stamp,
    })
    expect(JSON.stringify(info)).not.toMatch(/Headless|Linux/)
  })

  it('has bookmarks by act and slide', async () => {
    const acts = await bookmarks(pdf())
    expect(acts.map(({ title }) => title)).toEqual(
      [...new Set(slides.map(({ act }) => act))].map(act => words.acts[act as keyof typeof words.acts]),
    )
    expect(acts.map(({ page, below }) => page === below[0]?.page)).not.toContain(false)
    const leaves = acts.flatMap(({ title, below }) => below.map(leaf => ({ act: title, ...leaf })))
    expect(leaves.map(({ page }) => page)).toEqual(slides.map(({ no }) => no))
    expect(leaves.map(({ act }) => act)).toEqual(slides.map(({ act }) => words.acts[act as keyof typeof words.acts]))
    expect(leaves.map(({ title }) => withoutSpaces(title))).toEqual(slides.map(({ title = '' }) => withoutSpaces(title)))
  })

  it('has the fonts of the deck and no others', async () => {
    const fonts = (await pageFonts(bytes)).flat()
    expect(fonts.length).toBeGreaterThan(slides.length)
    expect(fonts.filter(({ name }) => !/Newsreader|SourceSans3|NotoSansSC|NotoSerifSC/.test(name))).toEqual([])
  })

  it('has a heading of the first order on each page that says its title', async () => {
    expect(await structureCount(bytes, 'H1')).toBe(slides.length)
    for (const { no, title = '' } of slides) {
      const heads = allTags(await tags(await pdf().getPage(no))).filter(({ role }) => role === 'H1')
      expect(heads.map(head => withoutSpaces(textOf(head))), `page ${no}`).toEqual([withoutSpaces(title)])
    }
  })

  it('keeps to PDF/UA-1, as far as a machine can tell', async () => {
    expect(await uaProblems(bytes)).toEqual([])
  })

  it('calls its pages as the slides are numbered, those of the appendix anew', async () => {
    const talk = slides.filter(({ act }) => act !== 'appendix').length
    expect(await pdf().getPageLabels()).toEqual(slides.map(({ no }) => no > talk ? `A-${no - talk}` : String(no)))
  })

  it.each(PICTURES)('has the picture on $id as a figure that states its finding', async ({ id, name }) => {
    const figures = allTags(await tags(await pdf().getPage(numberOf(id)))).filter(({ role, alt }) => role === 'Figure' && alt)
    expect(figures.map(({ alt }) => alt.startsWith(exhibits[name]!.finding))).toEqual([true])
  })

  it('reads each line on after the one before, with a blank between words', async () => {
    const tagged = await readTagged(bytes)
    const heads = textsOf(tagged).filter(({ role }) => role === 'H1').map(({ text }) => text.trim())
    expect(heads.map(spaced)).toEqual(slides.map(({ title = '' }) => spaced(title)))
  })

  it('says of each link what it says and where it leads', async () => {
    for (const { no } of slides) {
      const links = await (await pdf().getPage(no)).getAnnotations() as { contentsObj?: { str: string }, url?: string }[]
      for (const { contentsObj, url } of links)
        expect(contentsObj?.str, `page ${no}`).toContain(url ? '://' : '')
      expect(links.filter(({ contentsObj }) => !contentsObj?.str), `page ${no}`).toEqual([])
    }
  })

  it('has the appendix as tables with heads, after a list of its pages', async () => {
    const [index, ...pages] = slides.filter(({ act }) => act === 'appendix')
    expect(allTags(await tags(await pdf().getPage(index!.no))).map(({ role }) => role)).toEqual(expect.arrayContaining(['L', 'LI', 'Link']))
    for (const { no } of pages.filter(({ id }) => !APPENDIX_CHARTS.includes(id))) {
      const roles = allTags(await tags(await pdf().getPage(no))).map(({ role }) => role)
      expect(roles, `page ${no}`).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD']))
    }
  })

  it.each(READING)('gives the text of $id in the order in which one reads', async ({ id, texts }) => {
    const page = await pdf().getPage(numberOf(id))
    for (const text of [await pageText(page), textOf(await tags(page))].map(withoutSpaces)) {
      const places = texts.map(part => text.indexOf(withoutSpaces(part)))
      expect(places).not.toContain(-1)
      expect(places).toEqual([...places].sort((one, other) => one - other))
    }
  })

  it('links to nothing on the computer that printed it', async () => {
    for (const { no } of slides) {
      const links = await (await pdf().getPage(no)).getAnnotations() as { url?: string, dest?: unknown }[]
      expect(links.filter(({ url, dest }) => !dest && !/^https:\/\/(?!127\.|localhost)/.test(url ?? '')), `page ${no}`).toEqual([])
    }
  })
})

describe('the handout', () => {
  const handout = usePdf('handout')

  it.each(slides)('$no $id has its notes as prose, its source and its page number', async ({ no, id, note }) => {
    const page = await handout().getPage(no)
    expect(page.getViewport({ scale: 1 })).toMatchObject({ width: expect.closeTo(595, -1), height: expect.closeTo(842, -1) })
    const text = withoutSpaces(await pageText(page))
    for (const paragraph of noteText(note).split(/\n\s*\n/).filter(Boolean))
      expect(text).toContain(withoutSpaces(paragraph))
    expect(text).not.toMatch(/\[click/i)
    const label = OF_OTHERS.includes(id) ? words.labels.otherSources : words.labels.source
    const foot = text.slice(text.lastIndexOf(withoutSpaces(label)))
    expect(foot).toContain(withoutSpaces(OF_OTHERS.includes(id) ? label : facts.title))
    expect(
      foot.endsWith(withoutSpaces(`${talkWords.labels.pageOf.replace('{n}', String(no)).replace('{total}', String(slides.length))}`)),
    ).toBe(true)
  })
})
