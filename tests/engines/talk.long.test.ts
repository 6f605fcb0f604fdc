import type { WalkedSite } from './served'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { missing, useEngine, walkedEdition } from './engine'
import { serveForWalk } from './served'
import { walkReading, walkSlides, walkStage } from './walk'

/** The whole talk in another engine. */
describe.skipIf(missing)(`the talk in ${inject('engine')}`, () => {
  const engine = useEngine()
  const { dist, editions } = inject('sites').talk
  let site: WalkedSite
  const edition = (id: 'en' | 'zh') => walkedEdition('talk', id, site)
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site.close())

  const ALL = [['en', false], ['en', true], ['zh', false], ['zh', true]] as const
  it.each(ALL)('shows every slide and click, %s, dark: %s', async (id, dark) => {
    const faults: string[] = []
    await walkSlides(await engine().visit(), edition(id), dark, faults)
    expect(faults).toEqual([])
  })

  it.each(['en', 'zh'] as const)('can be read, %s', async (id) => {
    const faults: string[] = []
    await walkReading(await engine().visit(), edition(id), faults)
    expect(faults).toEqual([])
  })

  it.each(['en', 'zh'] as const)('keeps two windows in step, and takes every key of the stage, %s', async (id) => {
    const faults: string[] = []
    const { no } = editions.en.slides.find(({ id }) => id === 'headcount-chart')!
    await walkStage(await engine().visit(), edition(id), no, faults)
    expect(faults).toEqual([])
  })
})
