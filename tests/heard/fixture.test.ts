import { describe, expect, inject, it } from 'vitest'
import { hear } from './hear'
import { missingToHear } from './missing'

/** The short part: five slides, each browser with another language and with other parts of the walk. */
describe.concurrent.each([
  { engine: 'chromium', id: 'en', parts: ['slides', 'languages'] },
  { engine: 'firefox', id: 'zh', parts: ['slides', 'dialogs'] },
] as const)('five slides by ear in $engine', ({ engine, id, parts }) => {
  const missing = missingToHear(engine)
  if (missing)
    console.warn(`Not heard in ${engine}: ${missing}`)

  it.skipIf(missing)(`says what is shown, once, ${id}`, async () => {
    const { faults } = await hear('fixture', inject('sites').fixture.dist, engine, id, parts)
    expect(faults).toEqual([])
  })
})
