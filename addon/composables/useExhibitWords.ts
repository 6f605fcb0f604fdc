import type { ExhibitWords } from '../lib/spoken-line'
import { tryOnScopeDispose } from '@vueuse/core'

/** By slide, and there by name. */
const exhibits = new Map<number, Map<string, ExhibitWords>>()

/** Lets a screen reader know an exhibit, as long as it is on the stage. */
export function tellExhibit(page: number, name: string, words: ExhibitWords): void {
  const there = exhibits.get(page) ?? new Map<string, ExhibitWords>()
  exhibits.set(page, there.set(name, words))
  tryOnScopeDispose(() => there.delete(name))
}

/** The exhibits of a slide, by name. */
export function exhibitsOf(page: number): ReadonlyMap<string, ExhibitWords> {
  return exhibits.get(page) ?? new Map()
}
