import type { Page } from 'playwright-core'
import { words as talkWords } from '../../addon/locales'

declare global {
  interface Window {
    /** With `HELD_REST`: what happens when the visitor has rested, once for each time that a rest began. */
    rests: (() => void)[]
  }
}

/** Runs before the deck: a visitor who has touched nothing for so long, in milliseconds, rests (addon/client/rest.ts); here at once. */
export const WITHOUT_REST = `{
  const later = window.setTimeout
  window.setTimeout = (run, delay, ...rest) => later(run, delay === 20_000 ? 0 : delay, ...rest)
}`

/** Or when a test says so. */
export const HELD_REST = `{
  window.rests = []
  const later = window.setTimeout
  window.setTimeout = (run, delay, ...rest) => delay === 20_000 ? (window.rests.push(run), 0) : later(run, delay, ...rest)
}`

/** Waits until the deck, or its reading page, says that all of it is kept. */
export async function saysKept(page: Page): Promise<void> {
  await page.locator('[aria-live=polite], [role=status]').filter({ hasText: talkWords.labels.copyKept }).waitFor({ timeout: 60_000 })
}
