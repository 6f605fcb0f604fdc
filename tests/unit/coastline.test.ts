import { describe, expect, it } from 'vitest'
import { mapWindow } from '../../data/coordinates'
import { coastlineFile } from '../../scripts/coastline'

describe('the coastline', () => {
  const file = coastlineFile(mapWindow)

  it('is the land of Natural Earth in the window of the map', async () => {
    await expect(file).toMatchFileSnapshot('../../data/coastline.ts')
  })

  it('weighs a few kilobytes', () => {
    expect(file.length).toBeLessThan(7000)
  })
})
