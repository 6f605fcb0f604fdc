import type { HeardEngine } from './missing'
import { describe, expect, inject, it } from 'vitest'
import { hear } from './hear'
import { HEARD_ENGINES, missingToHear } from './missing'

/** The short part: five slides, each browser with another language. */
describe.concurrent.each([
  { engine: HEARD_ENGINES[0], id: 'en' },
  { engine: HEARD_ENGINES[1], id: 'zh' },
] as const)('five slides by ear in $engine', ({ engine, id }: { engine: HeardEngine, id: 'en' | 'zh' }) => {
  const missing = missingToHear(engine)
  if (missing)
    console.warn(`Not heard in ${engine}: ${missing}`)

  it.skipIf(missing)(`says what is shown, once, ${id}`, async () => {
    const { faults } = await hear('fixture', inject('sites').fixture.dist, engine, id)
    expect(faults).toEqual([])
  })
})
