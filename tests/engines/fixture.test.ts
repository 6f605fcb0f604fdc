/** @module-tag landing */
import type { WalkedSite } from './served'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { walkAlone } from './alone'
import { missing, useEngine, walkedEdition } from './engine'
import { walkKeys } from './keys'
import { serveForWalk } from './served'
import { walkSlides, walkStage } from './walk'

if (missing)
  console.warn(`Not walked in ${inject('engine')}: ${missing}`)

/** The short part of a walk, on five slides. */
describe.skipIf(missing)(`five slides in ${inject('engine')}`, () => {
  const engine = useEngine()
  const { dist, editions } = inject('sites').fixture
  let site: WalkedSite
  const edition = (id: 'en' | 'zh') => walkedEdition('fixture', id, site)
  beforeAll(async () => {
    site = await serveForWalk(dist)
  })
  afterAll(() => site.close())

  it.each([['en', false], ['zh', true]] as const)('shows every slide and click, %s, dark: %s', async (id, dark) => {
    const faults: string[] = []
    await walkSlides(await engine().visit(), edition(id), dark, faults, ['cover', 'chart'])
    expect(faults).toEqual([])
  })

  it('answers the first keys without the live deck', async () => {
    const faults: string[] = []
    await walkAlone(await engine().visit(), dist, faults)
    expect(faults).toEqual([])
  })

  it('keeps two windows in step, and takes every key of the stage', async () => {
    const faults: string[] = []
    const { no } = editions.en.slides.find(({ id }) => id === 'chart')!
    await walkStage(await engine().visit(), edition('en'), no, faults)
    expect(faults).toEqual([])
  })

  it('leaves keys to the browser, loses none after a dialog, and takes none twice', async () => {
    const faults: string[] = []
    const { no } = editions.en.slides.find(({ id }) => id === 'chart')!
    await walkKeys(await engine().visit(), edition('en'), no, faults)
    expect(faults).toEqual([])
  })
})
