import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCharts } from '../../addon/node/charts/chart-files'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { source } from '../../data'
import { words } from '../../locales'
import { uaProblems } from '../documents/pdf-ua'
import { differences, readPicture } from '../documents/pictures'
import { LANDING } from '../parts'
import { built, facts, noOf, slides } from './deck'
import { endVisit, useBrowser, visitor } from './visits'

/** Slides with an exhibit on a canvas, and with one as SVG. */
const CANVAS = 'headcount-chart'
const DRAWING = 'model'

const browser = useBrowser()
let out: string
let written: number
beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'charts-'))
  written = await writeCharts({ dist: built.dist, out, slides: [CANVAS, DRAWING].map(noOf) })
})
afterAll(() => rm(out, { recursive: true }))

describe('charts for elsewhere', () => {
  it('are written in each format that suits the exhibit', async () => {
    expect(written).toBe(2)
    expect((await readdir(out)).toSorted()).toEqual([
      `${CANVAS}.pdf`,
      `${CANVAS}.png`,
      `${CANVAS}.svg`,
      `${DRAWING}.pdf`,
      `${DRAWING}.png`,
      `${DRAWING}.svg`,
    ])
  })

  it('show the same as SVG and as PNG', LANDING, async () => {
    const page = await visitor(browser(), { scale: 2 })
    for (const id of [CANVAS, DRAWING]) {
      const png = readPicture(await readFile(path.join(out, `${id}.png`)))
      await page.setViewportSize({ width: png.width / 2, height: png.height / 2 })
      await page.setContent(`<style>body { margin: 0 }</style>${(await readFile(path.join(out, `${id}.svg`), 'utf8')).replace(/^<\?xml.*\?>/, '')}`)
      expect(differences(readPicture(await page.screenshot()), png), id).toEqual([])
    }
    await endVisit(page)
  })

  it('are the same, byte by byte, when they are made again; a PDF says whose chart it is', LANDING, async () => {
    const again = path.join(out, 'again')
    await writeCharts({ dist: built.dist, out: again, slides: [noOf(CANVAS)] })
    for (const ending of ['pdf', 'png', 'svg']) {
      const [one, other] = await Promise.all([out, again].map(folder => readFile(path.join(folder, `${CANVAS}.${ending}`))))
      expect(one!.equals(other!), ending).toBe(true)
    }
    const pdf = await PDFDocument.load(await readFile(path.join(out, `${CANVAS}.pdf`)), { updateMetadata: false })
    expect(pdf.getTitle()).toBe(slides.find(({ id }) => id === CANVAS)!.title)
    expect(pdf.getProducer()).toBe('Slidev, Chromium and pdf-lib')
    expect(pdf.getCreationDate()).toEqual(new Date(facts.date))
    await rm(again, { recursive: true })
  })

  it.each([
    { id: CANVAS, shows: words.labels.notReported, act: words.acts.evidence },
    { id: DRAWING, shows: words.labels.facetNote, act: words.acts.model },
  ])('$id: the PDF has title, exhibit and citation as text, and nothing of the stage', async ({ id, shows, act }) => {
    const pdf = await openPdf(await readFile(path.join(out, `${id}.pdf`)))
    const page = await pdf.getPage(1)
    const [text, links] = [withoutSpaces(await pageText(page)), await page.getAnnotations()]
    await pdf.destroy()
    for (const part of [slides.find(slide => slide.id === id)!.title!, shows, source.publishedIn.url])
      expect(text).toContain(withoutSpaces(part))
    expect(text).not.toContain(act)
    expect(links).toEqual([])
  })

  it.each([CANVAS, DRAWING])('%s: the PDF keeps to PDF/UA-1, as far as a machine can tell', async (id) => {
    expect(await uaProblems(await readFile(path.join(out, `${id}.pdf`)))).toEqual([])
  })

  it('the SVG opens by itself, is named, and needs no face', async () => {
    const page = await visitor(browser())
    await page.goto('about:blank')
    await page.setContent(await readFile(path.join(out, `${DRAWING}.svg`), 'utf8').then(svg => svg.replace(/^<\?xml.*\?>/, '')))
    const report = await page.evaluate(() => ({
      title: document.querySelector('svg > title')?.textContent,
      told: document.querySelector('svg > desc')?.textContent,
      texts: document.querySelectorAll('text, [font-family]').length,
      strays: [...document.querySelectorAll<SVGGraphicsElement>('svg > :not(title, desc)')].filter((element) => {
        const [box, frame] = [element.getBoundingClientRect(), document.querySelector('svg')!.getBoundingClientRect()]
        // A ground that covers everything may go on behind the edge.
        if (box.left <= frame.left && box.top <= frame.top && box.right >= frame.right && box.bottom >= frame.bottom)
          return false
        return box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1
      }).length,
    }))
    expect(report.title).toBe(words.exhibits.ModelDiagram.finding)
    for (const word of [words.labels.facetNote, words.modelParts.industry, '产'])
      expect(report.told).toContain(word)
    expect(report.texts, 'words that are no outlines').toBe(0)
    expect(report.strays, 'parts beyond the edge').toBe(0)
    await endVisit(page)
  })
})
