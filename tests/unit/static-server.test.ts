import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBase, serveDist } from '../../addon/node/browser/static-server'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'dist-'))
  await writeFile(path.join(dir, 'index.html'), '<script type="module" crossorigin src="/talks/iar/assets/index-1.js"></script>')
  await writeFile(path.join(dir, '404.html'), 'the deck, for deep links')
  await writeFile(path.join(dir, 'favicon.svg'), '<svg/>')
  await mkdir(path.join(dir, '2'))
  await writeFile(path.join(dir, '2/index.html'), '<title>2')
})
afterAll(() => rm(dir, { recursive: true }))

describe('serveDist', () => {
  it('serves as a static host does: files below the base, everything else as 404.html', async () => {
    const { url, origin, close } = await serveDist({ dir })
    const get = async (address: string) => {
      const response = await fetch(address, { redirect: 'manual' })
      return [response.status, (await response.text()).slice(0, 8)]
    }
    expect(url).toBe(`${origin}/talks/iar/`)
    expect(await get(url)).toEqual([200, '<script '])
    expect(await get(`${url}favicon.svg`)).toEqual([200, '<svg/>'])
    expect(await get(`${url}7?clicks=2`)).toEqual([404, 'the deck'])
    expect(await get(`${origin}/favicon.svg`)).toEqual([404, 'the deck'])
    expect(await get(`${origin}/talks/iar/..%2f..%2f..%2fetc/passwd`)).toEqual([404, 'the deck'])
    expect((await get(`${origin}/talks/iar`))[0]).toBe(301)
    expect(await get(`${url}2/?clicks=2`)).toEqual([200, '<title>2'])
    const bare = await fetch(`${url}2?clicks=2`, { redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([301, '/talks/iar/2/?clicks=2'])
    expect(await get(`${url}%E0%A4%A`)).toEqual([404, 'the deck'])
    await close()
  })

  it('adds the headers that it is given', async () => {
    const { url, close } = await serveDist({ dir, headersFor: (path): Record<string, string> => path === '/2/' ? { 'x-test': 'yes' } : {} })
    expect((await fetch(`${url}2/`)).headers.get('x-test')).toBe('yes')
    expect((await fetch(`${url}favicon.svg`)).headers.get('x-test')).toBe(null)
    await close()
  })

  it('says that the port is taken', async () => {
    const { origin, close } = await serveDist({ dir })
    await expect(serveDist({ dir, port: Number(new URL(origin).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await close()
  })
})

describe('readBase', () => {
  it('reads the base out of the build', () => {
    expect(readBase(dir)).toBe('/talks/iar/')
  })

  it('says what to do when there is no build', () => {
    expect(() => readBase(path.join(dir, 'nowhere'))).toThrow('Run "npm run build" first')
  })
})
