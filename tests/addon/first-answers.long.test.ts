import type { StaticServer } from '../../addon/node/browser/static-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveDist } from '../../addon/node/browser/static-server'
import { siteDist } from '../browser/deck'
import { useBrowser } from '../browser/visits'
import { expectAllCounted, stepFaults } from './early'

const browser = useBrowser()

let server: StaticServer
beforeAll(async () => {
  server = await serveDist({ dir: siteDist })
})
afterAll(() => server.close())

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 2)

it.each(SEEDS)('keys count once each, in their order, whenever the live deck comes (%i)', seed =>
  expectAllCounted(browser(), server.url, seed, 40))

it('in the dark, too, the live deck takes over after each step, and shows the same', async () => {
  expect(await stepFaults(browser(), server.url, true)).toEqual([])
})
