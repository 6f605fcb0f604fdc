import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { closePage } from '../../addon/node/browser/deck-page'
import { serveDist } from '../../addon/node/browser/static-server'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { headcountSeries, seriesRows, upTo } from '../../figures/series'
import { words } from '../../locales'
import { LANDING } from '../parts'
import { builtEditions, dist, edition, noOf, slides, url } from './deck'
import { takeOverFaults } from './take-over'
import { useBrowser } from './visits'

/** One of each kind of slide: picture, drawing, chart, map, table. `prerender.long.test.ts` asks all of them. */
const REPRESENTATIVE = ['cover', 'model', 'headcount-chart', 'offices', 'papers', 'limits', 'sources-one']
/** Of what comes with clicks: one of a drawing, and one of a chart. */
const STEPS = [['model', 2], ['headcount-chart', 1]] as const

/** The least that a description says, in characters; Chinese says it in half of them. */
const LEAST_DESCRIPTION = edition.id === 'zh' ? 10 : 20

const browser = useBrowser()

it('each slide\'s page has a title and a description of its own', async () => {
  const pages = await Promise.all(slides.map(({ no }) => readFile(path.join(dist, String(no), 'index.html'), 'utf8')))
  const found = (pattern: RegExp) => pages.map(html => pattern.exec(html)?.[1] ?? '')
  const descriptions = found(/<meta name="description" content="([^"]*)/)
  expect(descriptions.filter(({ length }) => length <= LEAST_DESCRIPTION)).toEqual([])
  expect(new Set(descriptions).size).toBe(slides.length)
  expect(new Set(found(/<title>([^<]*)/)).size).toBe(slides.length)
})

it('each slide stands once in its page, with no id twice and nothing of the front matter', async () => {
  const faults: string[] = []
  for (const { slides, dist } of Object.values(builtEditions)) {
    for (const { no, id } of slides) {
      const html = await readFile(path.join(dist, String(no), 'index.html'), 'utf8')
      const all = (pattern: RegExp) => Array.from(html.matchAll(pattern), match => match[1]!)
      const ids = all(/ id="([^"]*)"/g)
      const layout = all(/<div ([^>]*class="slidev-layout[^>]*)>/g)
      const names = layout.flatMap(attributes => attributes.replace(/="[^"]*"/g, '').split(/\s+/))
      faults.push(
        ...ids.filter((name, index) => ids.indexOf(name) !== index).map(name => `${id}: id ${name} twice`),
        ...names.filter(name => !/^(?:class|data-.*)$/.test(name)).map(name => `${id}: attribute ${name}`),
        ...all(/<(h1)[ >]/g).length === 1 && layout.length === 1 ? [] : [`${id}: it stands there ${layout.length} times`],
      )
    }
  }
  expect(faults).toEqual([])
})

it('without JavaScript a chart is a picture with its numbers', async () => {
  const page = await (await browser().newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${url}${noOf('headcount-chart')}/`)
  const picture = page.locator('.prerendered-stage picture img >> visible=true')
  expect(await picture.getAttribute('alt')).toContain(words.exhibits.HeadcountChart.finding)
  const table = page.locator('.prerendered-stage table').first()
  expect(withoutSpaces((await table.textContent())!)).toContain(
    withoutSpaces(
      seriesRows(upTo(headcountSeries(words), 0), words)
        .flat()
        .join(''),
    ),
  )
  await closePage(page)
})

it('the live deck takes over unseen: no shift, and the same picture', LANDING, async () => {
  const server = await serveDist({ dir: dist })
  const steps = STEPS.map(([id, clicks]) => ({ id, no: noOf(id), clicks }))
  const places = [...slides.filter(({ id }) => REPRESENTATIVE.includes(id)), ...steps]
  // In the dark, five slides (tests/addon/prerender.test.ts), and all of them with `--mode all`.
  expect(await takeOverFaults({ browser: browser(), url: server.url, places, dark: false })).toEqual([])
  await server.close()
})
