import type { Evidence, ExhibitName } from '../../data'
import { describe, expect, it } from 'vitest'
import { exhibits } from '../../data'
import { dataFiles } from '../../lib/data-files'
import { allWords as words } from '../../locales/documents'
import { goTo } from '../../scripts/deck-page'
import { slides, url } from './deck'
import { endVisit, useBrowser, useDeck, visitor } from './visits'

/** Slide pixels: WCAG 2.2, target size (minimum). */
const SMALLEST_TARGET = 24

const browser = useBrowser()
const files = dataFiles(words)

describe('the hosted deck', () => {
  const deck = useDeck(browser)

  it.each(slides)('links on $no $id to the data of what it shows', async ({ no }) => {
    await goTo(deck(), no)
    const { names, links } = await deck().evaluate((no) => {
      const slide = document.querySelector(`#slideshow > [data-slidev-no="${no}"]`)!
      return {
        names: [...slide.querySelectorAll('[data-exhibit]')].map(exhibit => exhibit.getAttribute('data-exhibit') as ExhibitName),
        links: [...slide.querySelectorAll<HTMLAnchorElement>('.source-line .data-link[target]')].map((link) => {
          const { height, width } = link.getBoundingClientRect()
          return { href: link.href, text: link.textContent, name: link.getAttribute('aria-label') ?? '', size: [width, height] }
        }),
      }
    }, no)
    const expected = [...new Set(names.flatMap(name => (exhibits[name] as Evidence).data ?? []))]
    expect(links.map(({ href }) => href)).toEqual(expected.map(name => `${url}data/${name}.csv`))
    for (const [index, { href, text, name, size }] of links.entries()) {
      expect(name.startsWith(text), 'the name begins with the words of the link').toBe(true)
      expect(name).toContain(words.data.files[expected[index]!])
      expect(Math.min(...size)).toBeGreaterThanOrEqual(SMALLEST_TARGET)
      const response = await deck().request.get(href)
      expect(response.status()).toBe(200)
      expect(response.headers()['content-type']).toContain('text/csv')
      expect((await response.body()).toString('utf8')).toBe(files.find(file => file.name === expected[index])!.csv)
    }
  })

  it.each(files)('serves $name as CSV and JSON', async ({ name, csv, json }) => {
    for (const [extension, content] of [['csv', csv], ['json', json]]) {
      const response = await deck().request.get(`${url}data/${name}.${extension}`)
      expect(response.status()).toBe(200)
      expect((await response.body()).toString('utf8')).toBe(content)
    }
  })

  it('prints no link to them: on paper it would lead nowhere', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}print?print=true`)
    await page.waitForFunction(count => document.querySelectorAll('.print-slide-container .source-line').length === count, slides.length)
    expect(await page.locator('.source-line .data-link[target]').count()).toBe(0)
    await endVisit(page)
  })
})
