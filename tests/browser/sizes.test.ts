import { it } from 'vitest'
import { expectSharpInFullScreen } from './full-screen'
import { useBrowser } from './visits'

const browser = useBrowser()

it('a chart that grows is whole, sharp and where it was in full screen and back', async () => {
  await expectSharpInFullScreen(browser(), 'headcount-chart')
})
