// @vitest-environment happy-dom
import type { Edition } from '../../addon/deck'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createRouter, createWebHistory } from 'vue-router'
import { MISSING, settleAddresses } from '../../addon/client/addresses'
import { missingPlace } from '../../addon/lib/missing-place'
import { editions } from '../../locales/editions'

const BASE = '/talks/iar/'
const component = { render: () => null }

/** Slidev's router with our addresses, in a window that was opened at an address below the base. */
async function openAt(address: string) {
  history.replaceState(null, '', BASE + address)
  const router = createRouter({
    history: createWebHistory(BASE),
    routes: [
      { path: '', redirect: '/1' },
      { path: '/overview', component },
      { path: '/presenter/:no', component },
      { path: '/:no', component },
      { path: '/:pathMatch(.*)*', name: MISSING, component },
    ],
  })
  settleAddresses(router, no => [1, 2, 9].includes(+no))
  await router.push(router.options.history.location)
  const shown = () => location.pathname.slice(BASE.length) + location.search + location.hash
  return { router, shown }
}

beforeEach(() => void history.replaceState(null, '', '/'))

describe('an address', () => {
  it.each([
    ['', '1/', '/1'],
    ['9', '9/', '/9'],
    ['9/', '9/', '/9'],
    ['9?clicks=2', '9/?clicks=2', '/9?clicks=2'],
    ['9/?clicks=2&embedded=/a/', '9/?embedded=/a/&clicks=2', undefined],
    ['9/#a/', '9/#a/', '/9#a/'],
    ['9/index.html?clicks=1', '9/?clicks=1', '/9?clicks=1'],
    ['9/index', '9/', '/9'],
    ['index.html', '1/', '/1'],
    ['presenter/2', 'presenter/2/', '/presenter/2'],
    ['overview/', 'overview/', '/overview'],
  ])('"%s" is shown as "%s"', async (address, expected, path) => {
    const { router, shown } = await openAt(address)
    if (address.includes('embedded'))
      expect(shown()).toMatch(/^9\/\?.*clicks=2/)
    else
      expect(shown()).toBe(expected)
    if (path)
      expect(router.currentRoute.value.fullPath).toBe(path)
  })

  const noCounts = ['abc', '', '-1', '1.5', '1e3', 'NaN', '9999', '２', '1&clicks=2']

  it.each(noCounts)('leaves out the clicks "%s", and nothing else', async (clicks) => {
    const { router, shown } = await openAt(`9/?embedded=true&clicks=${clicks}#a`)
    expect(shown()).toBe('9/?embedded=true#a')
    expect(router.currentRoute.value.query).toEqual({ embedded: 'true' })
  })

  const nowhere = ['99', '0', 'abc', '404.html', 'zh/17x', '%E9%99%88', 'presenter/99', 'a/b/c', '%E0%A4%A']

  it.each(nowhere)('"%s" leads nowhere', async (address) => {
    const { router, shown } = await openAt(address)
    expect(router.currentRoute.value.name).toBe(MISSING)
    if (address !== '%E0%A4%A')
      expect(shown().replace(/\/$/, '')).toBe(address)
  })

  it('goes on with a slash, also back and forth, and in links', async () => {
    const { router, shown } = await openAt('2/')
    await router.push('/9?clicks=1')
    expect(shown()).toBe('9/?clicks=1')
    await router.replace('/9?clicks=2')
    expect(shown()).toBe('9/?clicks=2')
    // happy-dom does not go back; a browser then says so.
    history.replaceState({ position: 0 }, '', `${BASE}2/`)
    window.dispatchEvent(new PopStateEvent('popstate', { state: { position: 0 } }))
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/2'))
    expect(shown()).toBe('2/')
    expect(router.resolve('9?clicks=1').href).toBe(`${BASE}9/?clicks=1`)
    expect(router.resolve('/').href).toBe(BASE)
  })
})

describe('what is nearest to an address that leads nowhere', () => {
  const [en, zh] = editions as unknown as [Edition, Edition]
  const ids = ['cover', 'model', 'papers', 'limits']
  it.each([
    ['17x', en, 4],
    ['0', en, 1],
    ['2a/', en, 2],
    ['presenter/3x', en, 3],
    ['modell', en, 2],
    ['slides/Papers/', en, 3],
    ['nowhere-at-all', en, undefined],
    ['zh/2x', zh, 2],
    ['ZH/2x', zh, 2],
    ['zh/limit', zh, 4],
    ['zh/第3页', zh, 3],
    ['zh/%E7%AC%AC3%E9%A1%B5', zh, 3],
    ['zh', zh, undefined],
    ['zhou/2', en, 2],
    ['%E0%A4%A', en, undefined],
    ['', en, undefined],
  ])('"%s"', (path, edition, no) => {
    expect(missingPlace(path, [en, zh], ids)).toEqual({ edition, no })
  })
})
