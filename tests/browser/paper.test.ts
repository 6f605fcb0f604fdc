import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '../../addon/node/browser/deck-page'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { headcountSeries, paperSeries, trainingSeries } from '../../figures/series'
import { words } from '../../locales'
import { noOf, slides } from './deck'
import { PAPERS, printPage } from './paper'
import { endVisit, useBrowser, visit } from './visits'

const browser = useBrowser()
let page: Page
beforeAll(async () => {
  page = await visit(browser())
})
afterAll(() => endVisit(page))

describe('a chart that is printed from its slide\'s window', () => {
  it.each([
    { id: 'headcount-chart', series: headcountSeries(words) },
    { id: 'papers', series: paperSeries(words) },
    { id: 'training-time', series: trainingSeries(words) },
  ])('$id is shapes and text, with all that its step shows', async ({ id, series }) => {
    await goTo(page, noOf(id), 0)
    const first = await printPage(page, PAPERS['A4 across'])
    await goTo(page, noOf(id), 'last')
    const last = await printPage(page, PAPERS['A4 across'])
    for (const { pages, images } of [first, last]) {
      expect(pages).toHaveLength(1)
      expect(images).toBe(0)
    }
    const texts = series.marks.flatMap(({ text, value }) => value === null ? [] : [withoutSpaces(text)])
    expect(texts.filter(text => !last.pages[0]!.includes(text))).toEqual([])
    expect(last.pages[0]!.length, 'with what a click brings').toBeGreaterThan(first.pages[0]!.length)
  })
})

it.each(['sources-one', 'dates'])('a page of the appendix, %s, is printed whole', async (id) => {
  await goTo(page, noOf(id))
  const [across, slide] = [await printPage(page, PAPERS.A5), await printPage(page, PAPERS['a slide'])]
  expect(across.pages).toHaveLength(1)
  expect(across.pages).toEqual(slide.pages)
  expect(across.pages[0]).toContain(withoutSpaces(slides[noOf(id) - 1]!.title!))
})
