import { it } from 'vitest'
import { expectSharpInFullScreen } from './full-screen'
import { useBrowser } from './visits'

const browser = useBrowser()

it.each(['papers', 'training-time'])('the chart of %s is whole, sharp and where it was in full screen and back', async (id) => {
  await expectSharpInFullScreen(browser(), id)
})
