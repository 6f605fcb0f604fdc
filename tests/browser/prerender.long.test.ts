import { expect, it } from 'vitest'
import { serveDist } from '../../addon/node/browser/static-server'
import { dist, slides } from './deck'
import { takeOverFaults } from './take-over'
import { useBrowser } from './visits'

const browser = useBrowser()

it('the live deck takes over each slide unseen: no shift, and the same picture', { timeout: 300_000 }, async () => {
  const server = await serveDist({ dir: dist })
  expect(await takeOverFaults({ browser: browser(), url: server.url, slides, dark: false })).toEqual([])
  await server.close()
})
