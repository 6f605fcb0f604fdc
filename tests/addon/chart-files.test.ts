import type { ChartFrame } from '../../addon/node/charts/chart-frame'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfProblems, pngProblems, svgProblems } from '../../addon/node/charts/chart-check'
import { writeCharts } from '../../addon/node/charts/chart-files'
import { openPdf, pageText, withoutSpaces } from '../../addon/node/print/pdf-read'
import { cups } from '../../fixture/data/cups'
import { wordsOf } from '../../fixture/words'
import { built, noOf, slides } from '../browser/deck'
import { endVisit, useBrowser, visitor } from '../browser/visits'

const words = wordsOf({ id: 'en' })

const browser = useBrowser()
let out: string
beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'charts-'))
})
afterAll(() => rm(out, { recursive: true }))

describe('charts for elsewhere', () => {
  it('are a PDF, a picture and an SVG, with title, exhibit and citation as text, and nothing of the stage', async () => {
    expect(await writeCharts({ dist: built.dist, out, slides: [noOf('chart')] })).toBe(1)
    expect((await readdir(out)).toSorted()).toEqual(['chart.pdf', 'chart.png', 'chart.svg'])
    const pdf = await openPdf(await readFile(path.join(out, 'chart.pdf')))
    const page = await pdf.getPage(1)
    const [text, links] = [withoutSpaces(await pageText(page)), await page.getAnnotations()]
    await pdf.destroy()
    const days = cups.map(({ day }) => new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)))
    for (const part of [slides[noOf('chart') - 1]!.title!, words.cups.unit, ...days, words.citation])
      expect(text).toContain(withoutSpaces(part))
    expect(text).not.toContain(words.acts.talk)
    expect(links).toEqual([])
  })

  it('names the slide whose chart is not fit, and leaves its previous file alone', async () => {
    const dist = await mkdtemp(path.join(tmpdir(), 'dist-'))
    const file = path.join(out, `${slides[0]!.id}.pdf`)
    await writeFile(file, 'the previous one')
    // A deck with an exhibit on its first slide, which nobody draws again for print: a bitmap.
    const exhibit = '<figure data-exhibit="Any"><canvas width="90" height="90"></canvas></figure>'
    const page = slides
      .map(
        ({ no }) =>
          `<div class="print-slide-container"><div class="slidev-layout"><h1>Claim</h1>${no === 1 ? exhibit : ''}<footer class="slide-footer"><p class="source-line">Here</p></footer></div></div>`,
      )
      .join('')
    await mkdir(path.join(dist, 'assets'))
    await writeFile(path.join(dist, 'assets/deck.js'), 'document.querySelector("canvas").getContext("2d").fillRect(0, 0, 90, 90)')
    await Promise.all(
      ['index.html', '404.html'].map(name => writeFile(path.join(dist, name), `${page}<script src="/assets/deck.js"></script>`)),
    )
    await expect(writeCharts({ dist, out })).rejects.toThrow(
      `slide ${slides[0]!.no} "${slides[0]!.id}" is faulty: the PDF has a bitmap in it`,
    )
    expect(await readFile(file, 'utf8')).toBe('the previous one')
    await rm(dist, { recursive: true })
  })

  it('says what to do without a build', async () => {
    await expect(writeCharts({ dist: path.join(tmpdir(), 'no-such-build'), out })).rejects.toThrow('Run "npm run build" first')
  })
})

describe('the check before a chart is written', () => {
  const frame: ChartFrame = {
    width: 400,
    height: 300,
    headline: 'A claim',
    sourceLine: 'Source: here',
    findings: ['It is so.'],
    descriptions: [],
  }
  const good = '<h1>A claim</h1><p>Source: here</p>'
  const svgOf = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"><title>It is so.</title><rect width="400" height="300" fill="#fff"/>${inside}</svg>`
  const goodSvg = svgOf('<text y="40" font-size="40">A claim</text><text y="90" font-size="40">Source: here</text>')

  async function printed(content: string): Promise<Record<'pdf' | 'png' | 'svg', string[]>> {
    const page = await visitor(browser(), { viewport: { width: frame.width, height: frame.height } })
    await page.setContent(content)
    const png = await page.screenshot()
    const pdf = await page.pdf({ width: '400px', height: '300px' })
    const problems = {
      pdf: await pdfProblems(pdf, frame),
      png: await pngProblems(page, png, frame, 1),
      svg: await svgProblems(page, { worded: goodSvg, svg: goodSvg }, png, frame),
    }
    await endVisit(page)
    return problems
  }

  it('passes what is fit', async () => {
    expect(await printed(good)).toEqual({ pdf: [], png: [], svg: [] })
  })

  it.each([
    { why: 'a bitmap in the PDF', content: `${good}<canvas width="50" height="50"></canvas><script>document.querySelector('canvas').getContext('2d').fillRect(0, 0, 20, 20)</script>`, says: 'the PDF has a bitmap in it' },
    { why: 'a page too many', content: `${good}<p style="break-before: page">More</p>`, says: 'the PDF has 2 pages' },
    { why: 'a missing title', content: '<p>Source: here</p>', says: 'the PDF lacks the title "A claim"' },
    { why: 'a missing source', content: '<h1>A claim</h1>', says: 'the PDF lacks the source line "Source: here"' },
    { why: 'a blank picture', content: '<h1 style="opacity: 0">A claim</h1>', says: 'the PNG is blank' },
    { why: 'an SVG that shows less', content: `${good}<div style="height: 150px; background: #000"></div>`, says: 'the SVG shows much less than the PNG' },
  ])('refuses $why', async ({ content, says }) => {
    expect(Object.values(await printed(content)).flat()).toContain(says)
  })

  it.each([
    { why: 'a broken SVG', svg: goodSvg.replace('</text>', ''), says: 'not well-formed' },
    {
      why: 'a blank SVG',
      svg: svgOf('<g opacity="0"><text>A claim</text><text>Source: here</text></g>'),
      says: 'blank when it is opened by itself',
    },
    { why: 'an SVG without a name', svg: goodSvg.replace(/<title>.*<\/title>/, ''), says: 'no title element' },
    {
      why: 'an SVG that needs the deck\'s styles',
      svg: svgOf('<text fill="var(--ink)" y="90" font-size="40">A claim Source: here</text>'),
      says: 'refers to what is not in it',
    },
  ])('refuses $why', async ({ svg, says }) => {
    const page = await visitor(browser(), { viewport: { width: frame.width, height: frame.height } })
    await page.setContent(good)
    expect((await svgProblems(page, { worded: svg, svg }, await page.screenshot(), frame)).join()).toContain(says)
    await endVisit(page)
  })
})
