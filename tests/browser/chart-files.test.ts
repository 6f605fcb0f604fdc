import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCharts } from '../../addon/node/charts/chart-files'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { source } from '../../data'
import { words } from '../../locales'
import { built, noOf, slides } from './deck'
import { endVisit, useBrowser, visitor } from './visits'

/** Slides with an exhibit on a canvas, and with one as SVG. */
const CANVAS = 'headcount-chart'
const DRAWING = 'model'

const browser = useBrowser()
let out: string
beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'charts-'))
})
afterAll(() => rm(out, { recursive: true }))

describe('charts for elsewhere', () => {
  it('are written in each format that suits the exhibit', async () => {
    const chosen = [CANVAS, DRAWING].map(noOf)
    expect(await writeCharts({ dist: built.dist, out, slides: chosen })).toBe(2)
    expect((await readdir(out)).toSorted()).toEqual([
      `${CANVAS}.pdf`,
      `${CANVAS}.png`,
      `${CANVAS}.svg`,
      `${DRAWING}.pdf`,
      `${DRAWING}.png`,
      `${DRAWING}.svg`,
    ])
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

  it('the SVG opens by itself, is named, and keeps its words as text', async () => {
    const page = await visitor(browser())
    await page.goto('about:blank')
    await page.setContent(await readFile(path.join(out, `${DRAWING}.svg`), 'utf8').then(svg => svg.replace(/^<\?xml.*\?>/, '')))
    const report = await page.evaluate(() => ({
      title: document.querySelector('svg > title')?.textContent,
      texts: [...document.querySelectorAll('text')].map(({ textContent }) => textContent),
      fonts: [...document.querySelectorAll('text, tspan')].map(text => text.getAttribute('font-family')).filter(Boolean),
      strays: [...document.querySelectorAll<SVGGraphicsElement>('svg > :not(title, desc)')].filter((element) => {
        const [box, frame] = [element.getBoundingClientRect(), document.querySelector('svg')!.getBoundingClientRect()]
        return box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1
      }).length,
    }))
    expect(report.title).toBe(words.exhibits.ModelDiagram.finding)
    expect(report.texts).toEqual(expect.arrayContaining([words.labels.facetNote, words.modelParts.industry, '产']))
    expect(report.fonts.every(font => font!.includes(','))).toBe(true)
    expect(report.strays, 'parts beyond the edge').toBe(0)
    await endVisit(page)
  })
})
