/** The parts of Slidev that only its presenter view uses, and ours. */
import type { ClicksContext } from '@slidev/client'
import type { Ref } from 'vue'

/** A slide that stands at a step. */
export function createFixedClicks(route: object, clicks: number): object
export function createClicksContextBase(current: Ref<number>, clicksStart?: number, clicksTotal?: number): ClicksContext
export function useWakeLock(): void
/** Lets keys call the shortcuts of the view that is set up. */
export function registerShortcuts(): void

declare global {
  /** What Slidev's build knows: whether it is the dev server's, and what headmatter turns off. */
  const __DEV__: boolean
  const __SLIDEV_FEATURE_WAKE_LOCK__: boolean
  const __SLIDEV_FEATURE_DRAWINGS__: boolean
  const __SLIDEV_FEATURE_EDITOR__: boolean
}
