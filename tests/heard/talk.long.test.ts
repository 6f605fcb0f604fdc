import { describe, expect, inject, it } from 'vitest'
import { hear, HEARD_EDITIONS } from './hear'
import { HEARD_ENGINES, missingToHear } from './missing'

/** The whole talk by a screen reader, in each browser and language. */
describe.each(HEARD_ENGINES)('the talk by ear in %s', (engine) => {
  const missing = missingToHear(engine)
  if (missing)
    console.warn(`Not heard in ${engine}: ${missing}`)

  it.skipIf(missing).each(HEARD_EDITIONS)('says what is shown, once, %s', async (id) => {
    const { faults } = await hear('talk', inject('sites').talk.dist, engine, id)
    expect(faults).toEqual([])
  })
})
