import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { cups } from '../../fixture/data/cups'
import { dist, slides } from '../browser/deck'

it('the chart tells who cannot see it how many cups were drunk on each day of a working week', async () => {
  const { no } = slides.find(({ id }) => id === 'chart')!
  const page = await readFile(path.join(dist, `${no}/index.html`), 'utf8')
  const rows = Array.from(page.matchAll(/<th [^>]*scope="row">([^<]+)<\/th>\s*<td[^>]*>(\d+)/g), ([, day, count]) => [day, Number(count)])
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
  expect(rows.slice(0, days.length)).toEqual(cups.map(({ cups }, index) => [days[index], cups]))
})
