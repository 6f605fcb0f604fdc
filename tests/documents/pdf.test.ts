import type { Browser } from 'playwright-core'
import type { EditionId } from '../../locales/editions'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../../addon/node/browser/browser'
import { exportDeck } from '../../addon/node/print/export-deck'
import { withoutSpaces } from '../../addon/node/print/pdf-read'
import { editionOf } from '../../locales/editions'
import { DRAWERS, SCALE } from './pdf-drawn'
import { readTagged, textsOf } from './pdf-tree'
import { PALER, PALER_HAN, pictureOf, readPicture, worstMark } from './pictures'
import { has } from './programs'
import { slidePictures } from './slide-pictures'

const { editions } = inject('sites').talk

/** How often each character stands in a text. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of withoutSpaces(text))
    counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** Words of letters that every program keeps together; in a figure the lines of a drawing follow each other without a blank. */
function wordsOf(texts: readonly { role: string, text: string }[]) {
  return texts.filter(({ role }) => role !== 'Figure').flatMap(({ text }) => withoutSpaces(text.replace(/\s+/g, '|')).match(/[a-z]{3,}/gi) ?? [])
}

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['en', 'zh'] as const)('the PDF of the talk, %s', (id: EditionId) => {
  const { pdf, handout, slides, dist } = editions[id]

  describe.each(Object.entries(DRAWERS))('in %s', (name, { needs, draw, textOf }) => {
    it.skipIf(needs && !has(needs))('shows on every page what the slide shows', async () => {
      const png = path.join(folder, `${id}-${name}.png`)
      const wrong: string[] = []
      const expected = await slidePictures(browser, dist, slides, SCALE, slides.map(({ no }) => no))
      for (const { no } of slides) {
        await draw(pdf, no, png)
        const { by, at } = worstMark(await pictureOf(png), readPicture(expected.get(no)!), SCALE)
        if (by > (id === 'zh' ? PALER_HAN : PALER))
          wrong.push(`slide ${no} at ${at}: ${by}`)
      }
      expect(wrong).toEqual([])
    })

    it.skipIf(needs && !has(needs))('says on every page the words that its structure has', async () => {
      const texts = textsOf(await readTagged(await readFile(pdf)))
      for (const { no } of slides) {
        const shown = await textOf(pdf, no)
        const told = texts.filter(({ page }) => page === no - 1)
        const counts = countsOf(shown)
        const stated = countsOf(told.map(({ text }) => text).join(''))
        expect([...stated].filter(([character, count]) => count > (counts.get(character) ?? 0)), `slide ${no}`).toEqual([])
        expect(wordsOf(told).filter(word => !withoutSpaces(shown).includes(word)), `slide ${no}`).toEqual([])
      }
    })
  })

  it('is lighter than half a megabyte', async () => {
    expect((await stat(pdf)).size).toBeLessThan(500_000)
  })

  it('is the same, byte by byte, when it is made again, and so is the handout', async () => {
    const files = { pdf: path.join(folder, 'again.pdf'), handout: path.join(folder, 'again-handout.pdf') }
    await exportDeck({ edition: editionOf(id), dist, files })
    expect((await readFile(files.pdf)).equals(await readFile(pdf))).toBe(true)
    expect((await readFile(files.handout)).equals(await readFile(handout))).toBe(true)
  })
})
