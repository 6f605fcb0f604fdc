import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../figures/data-files'
import { allWords as words } from '../../locales/documents'
import { slides, url } from './deck'
import { endVisit, useBrowser, useDeck, visitor } from './visits'

const browser = useBrowser()
const files = dataFiles(words)

describe('the hosted deck', () => {
  const deck = useDeck(browser)

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
