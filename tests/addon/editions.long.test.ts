import { expect, it } from 'vitest'
import { builtEditions, noOf } from '../browser/deck'
import { endVisit, useBrowser } from '../browser/visits'
import { openWindows } from '../browser/windows'

const browser = useBrowser()
const CHART = noOf('chart')

// Not yet at every try: the other window may come back from its third page after the step was told (docs/stage.md).
it('each press of the language key counts, and what is pressed after it, also while the other page comes', async () => {
  const { presenter, audience } = await openWindows(browser(), CHART)
  for (const page of [presenter, audience]) {
    await page.route('**/assets/index-*.js', async (route) => {
      await new Promise(resolve => setTimeout(resolve, 700))
      await route.continue()
    })
  }
  for (const [acting, id, clicks] of [[presenter, 'zh', 1], [audience, 'en', 2]] as const) {
    // Within one wait, while the page is asked for, and while its scripts come.
    for (const pause of [50, 400, 50]) {
      await acting.keyboard.press('t')
      await acting.waitForTimeout(pause)
    }
    await acting.keyboard.press('ArrowRight')
    for (const [page, view] of [[presenter, 'presenter/'], [audience, '']] as const)
      await expect.poll(() => page.url(), { timeout: 15_000 }).toBe(`${builtEditions[id].url}${view}${CHART}/?clicks=${clicks}`)
  }
  await endVisit(presenter)
})
