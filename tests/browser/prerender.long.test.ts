import { expect, it } from 'vitest'
import { serveDist } from '../../addon/node/browser/static-server'
import { dist, SCHEMES, slides } from './deck'
import { takeOverFaults } from './take-over'
import { useBrowser } from './visits'

const browser = useBrowser()

it.each(SCHEMES)('the live deck takes over each slide unseen, $scheme', { timeout: 300_000 }, async ({ dark }) => {
  const server = await serveDist({ dir: dist })
  expect(await takeOverFaults({ browser: browser(), url: server.url, slides, dark })).toEqual([])
  await server.close()
})
