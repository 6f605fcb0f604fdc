import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { serveDist } from '../../addon/node/browser/static-server'
import { dist, SCHEMES, slides } from './deck'
import { takeOverFaults } from './take-over'
import { useBrowser } from './visits'

const browser = useBrowser()

it.each(SCHEMES)('the live deck takes over each slide and step unseen, $scheme', { timeout: 300_000 }, async ({ dark }) => {
  const server = await serveDist({ dir: dist })
  const html = await readFile(path.join(dist, 'index.html'), 'utf8')
  const last = /data-steps="([^"]*)"/.exec(html)![1]!.split(' ').map(range => Number(range.split('-')[1]))
  expect(last.some(clicks => clicks > 2)).toBe(true)
  const places = slides.flatMap(({ no, id }) => Array.from({ length: last[no - 1]! + 1 }, (_, clicks) => ({ no, id, clicks })))
  expect(await takeOverFaults({ browser: browser(), url: server.url, places, dark })).toEqual([])
  await server.close()
})
