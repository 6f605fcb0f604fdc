// @vitest-environment happy-dom
import type { App } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, shallowRef } from 'vue'
import UpdateNotice from '../../addon/components/UpdateNotice.vue'
import { words as talkWords } from '../../addon/locales'
import { isPresenter, isPrintMode, resetSlidevClient, sharedState } from '../fakes/slidev-client'

const updates = vi.hoisted(() => ({ applyUpdate: vi.fn(), isUpdateReady: { value: false } }))
vi.mock('../../addon/client/updates', () => updates)

const { status, showsNotice, press, mount } = (() => {
  let app: App | undefined
  const status = () => document.querySelector('[aria-live=polite]')
  return {
    status,
    showsNotice: async () => {
      await nextTick()
      return status()?.textContent?.includes(talkWords.labels.newVersion) ?? false
    },
    press: (name: string) => [...document.querySelectorAll('button')].find(button => button.textContent?.trim() === name)!.click(),
    mount: () => {
      app?.unmount()
      app = createApp(UpdateNotice)
      app.mount(document.createElement('div'))
    },
  }
})()

beforeEach(() => {
  resetSlidevClient()
  updates.isUpdateReady = shallowRef(true)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
})
afterEach(() => void vi.unstubAllGlobals())

describe('the notice of a new version', () => {
  it('comes into a region that screen readers know already', async () => {
    updates.isUpdateReady.value = false
    mount()
    expect(status()).not.toBe(null)
    expect(await showsNotice()).toBe(false)
    updates.isUpdateReady.value = true
    expect(await showsNotice()).toBe(true)
  })

  it('does what its buttons say', async () => {
    mount()
    press(talkWords.labels.reload)
    expect(updates.applyUpdate).toHaveBeenCalledOnce()
    press(talkWords.labels.later)
    expect(await showsNotice()).toBe(false)
  })

  it('never shows to an audience that a presenter leads, but to the presenter', async () => {
    sharedState.lastUpdate = { type: 'presenter' }
    mount()
    expect(await showsNotice()).toBe(false)
    isPresenter.value = true
    expect(await showsNotice()).toBe(true)
  })

  it('never shows on a full screen', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query === '(display-mode: fullscreen)',
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    mount()
    expect(await showsNotice()).toBe(false)
  })

  it('leaves nothing on the pages that are printed', async () => {
    isPrintMode.value = true
    mount()
    await nextTick()
    expect(status()).toBe(null)
  })
})
