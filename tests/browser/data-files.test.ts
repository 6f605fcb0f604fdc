import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../figures/data-files'
import { allWords as words } from '../../locales/documents'
import { slides, url } from './deck'
import { endVisit, useBrowser, useDeck, visitor } from './visits'

const browser = useBrowser()
const files = await dataFiles(words)

describe('the hosted deck', () => {
  const deck = useDeck(browser)

  it.each(files)('serves $name', async ({ name, content }) => {
    const response = await deck().request.get(`${url}data/${name}`)
    expect(response.status()).toBe(200)
    expect(Buffer.compare(await response.body(), Buffer.from(content))).toBe(0)
  })

  it('prints no link to them: on paper it would lead nowhere', async () => {
    const page = await visitor(browser())
    await page.goto(`${url}print?print=true`)
    await page.waitForFunction(count => document.querySelectorAll('.print-slide-container .source-line').length === count, slides.length)
    expect(await page.locator('.source-line .data-link[target]').count()).toBe(0)
    await endVisit(page)
  })
})
