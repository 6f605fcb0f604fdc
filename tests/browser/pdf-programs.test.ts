/** @module-tag landing */
import type { Buffer } from 'node:buffer'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAWERS, SCALE } from '../documents/pdf-drawn'
import { PALER, pictureOf, readPicture, worstMark } from '../documents/pictures'
import { has } from '../documents/programs'
import { slidePictures } from '../documents/slide-pictures'
import { built, dist, noOf, slides } from './deck'
import { useBrowser } from './visits'

/** Slides with bars whose ends are open, or are not. `npm run test:documents` looks at all, in more programs. */
const CHARTS = ['headcount-chart', 'papers', 'training-time', 'later-headcount']
const QUICK = ['poppler', 'MuPDF']

const browser = useBrowser()
let folder: string
let expected: Map<number, Buffer>
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'))
  expected = await slidePictures(browser(), dist, slides, SCALE, CHARTS.map(noOf))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(Object.entries(DRAWERS).filter(([name]) => QUICK.includes(name)))('in %s', (name, { needs, draw }) => {
  it.skipIf(needs && !has(needs)).each(CHARTS)('the page of %s shows what the slide shows: open ends are open', async (id) => {
    const png = path.join(folder, `${name}-${id}.png`)
    await draw(built.pdf, noOf(id), png)
    const { by, at } = worstMark(await pictureOf(png), readPicture(expected.get(noOf(id))!), SCALE)
    expect(by, `at ${at}`).toBeLessThanOrEqual(PALER)
  })
})
