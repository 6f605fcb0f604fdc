import { describe, expect, it } from 'vitest'
import { waitUntilStill } from '../../addon/node/browser/deck-page'
import { editions } from '../../locales/editions'
import { builtEditions } from './deck'
import { SPEAKER_WINDOWS, unreadNotes } from './said'
import { endVisit, useBrowser, visitor } from './visits'

const browser = useBrowser()

describe.each(editions)('the notes in $language', ({ id }) => {
  it('show what is said at each click of each slide, in any window of a speaker', { timeout: 600_000 }, async () => {
    const { url, slides } = builtEditions[id]
    const page = await visitor(browser(), { viewport: { width: 1280, height: 800 } })
    await page.goto(`${url}presenter/1`)
    await waitUntilStill(page, 1)
    const faults: string[] = []
    for (const { no } of slides)
      faults.push(...await unreadNotes(page, no, SPEAKER_WINDOWS))
    expect(faults).toEqual([])
    await endVisit(page)
  })
})
