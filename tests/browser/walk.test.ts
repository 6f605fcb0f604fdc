import { beforeAll, describe, expect, it } from 'vitest'
import { goTo } from '../../addon/node/browser/deck-page'
import { watchProblems } from '../../addon/node/browser/page-problems'
import { uncoverControls } from './controls'
import { SCHEMES_OF_LANGUAGE, slides, url } from './deck'
import { probesFor } from './probes'
import { useBrowser, useDeck } from './visits'

const browser = useBrowser()

/** One walk through all slides: each is brought to rest once and asked everything that holds for any slide. */
describe.each(SCHEMES_OF_LANGUAGE)('in $scheme', ({ dark }) => {
  const deck = useDeck(browser, { dark })
  let problems: string[]
  beforeAll(async () => {
    problems = watchProblems(deck(), new URL(url).origin)
    await uncoverControls(deck())
  })

  it.each(slides)('$no $id has no fault', async (slide) => {
    await goTo(deck(), slide.no)
    const found: string[] = []
    for (const [name, probe] of Object.entries(probesFor({ dark })))
      found.push(...(await probe({ page: deck(), slide, dark })).map(fault => `${name}: ${fault}`))
    expect([...found, ...problems.splice(0).map(problem => `console or network: ${problem}`)]).toEqual([])
  })
})
