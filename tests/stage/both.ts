import type { Shown } from '../browser/windows'
import type { StageTalk } from './hall'
import { expect } from 'vitest'
import { shown } from '../browser/windows'
import { shownBy } from './hall'

/** For a window manager, on a busy machine. */
export const PATIENCE = { timeout: 10_000 }
/** A speaker's laptop, and a projector as halls have them. */
export const LAPTOP = { width: 1366, height: 768 }
export const PROJECTOR = { width: 1024, height: 768 }

/** What a window shows; nothing of a page that is just being left. */
export const shownIn = (window: StageTalk['audience']) => shown(shownBy(window.page)).catch(() => {})

/** Waits until both windows show what is expected. */
export async function expectBoth({ presenter, audience }: StageTalk, expected: Partial<Shown>): Promise<void> {
  for (const [name, window] of Object.entries({ presenter, audience }))
    await expect.poll(() => shownIn(window), { ...PATIENCE, message: `the ${name}'s window` }).toMatchObject(expected)
}

/** Waits until a change of language has come to both. */
export async function expectLanguage({ presenter, audience }: StageTalk, folder: 'zh' | ''): Promise<void> {
  for (const { page } of [presenter, audience])
    await expect.poll(() => shownBy(page).url().includes('/zh/'), PATIENCE).toBe(folder === 'zh')
}

/** Waits until a window fills its screen, or does not. */
export async function expectFilled(window: StageTalk['audience'], isFilled = true): Promise<void> {
  const isNow = async () => (await window.bounds()).windowState === 'fullscreen'
  await expect.poll(isNow, PATIENCE).toBe(isFilled)
}
