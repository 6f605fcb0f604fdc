import type { WalkedSite } from './served'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { missing, useEngine, walkedEdition } from './engine'
import { walkHands } from './hands'
import { pythonOfWebKit } from './missing'
import { serveForWalk } from './served'
import { changesLanguage, comesBack, fitsPhones, noOf, outlivesKill, worksOffline } from './visitor'

/** What visitors and speakers do besides stepping, in another engine. */
describe.skipIf(missing)(`a visitor in ${inject('engine')}`, () => {
  const engine = useEngine()
  let site: WalkedSite
  const five = (id: 'en' | 'zh') => walkedEdition('fixture', id, site)
  beforeEach(async () => {
    site = await serveForWalk(inject('sites').fixture.dist)
  })
  afterEach(() => site.close())

  it('finds the same slide and click in the other language, in both windows', async () => {
    expect(await changesLanguage(engine(), [five('en'), five('zh')], noOf(five('en'), 'chart'))).toEqual([])
  })

  it('comes back to where the talk is', async () => {
    expect(await comesBack(engine(), five('en'), noOf(five('en'), 'chart'))).toEqual([])
  })

  const canBeKilled = inject('engine') === 'webkit' && pythonOfWebKit() !== undefined
  it.runIf(canBeKilled)('finds its step after all of the browser was killed', async () => {
    expect(await outlivesKill(five('en'), noOf(five('en'), 'chart'))).toEqual([])
  })

  it('lets text be selected, which never steps, and keeps what is drawn', async () => {
    const faults: string[] = []
    await walkHands(await engine().visit(), five('en'), noOf(five('en'), 'chart'), faults)
    expect(faults).toEqual([])
  })

  it('needs no server after one visit', async () => {
    expect(await worksOffline(engine(), five('zh'))).toEqual([])
  })

  it.each(['en', 'zh'] as const)('can hold a phone, %s', async (id) => {
    const talk = await serveForWalk(inject('sites').talk.dist)
    const edition = walkedEdition('talk', id, talk)
    expect(await fitsPhones(engine(), edition, noOf(edition, 'alliances'), true)).toEqual([])
    await talk.close()
  })
})
