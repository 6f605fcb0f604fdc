import type { Router } from 'vue-router'
import { shallowReactive } from 'vue'

const notes = shallowReactive(new Map<number, string>())
let areThere = false

/** A slide's note as HTML; empty until the notes have come. `addon/vite/notes.ts` puts this into each slide. */
export function noteOf(no: number): string {
  return notes.get(no) ?? ''
}

/** A slide's note as text, whose words Slidev's overview counts; empty until the notes have come. */
export function noteTextOf(no: number): string {
  return noteOf(no).replace(/<[^>]*>/g, ' ')
}

/** Fetches the notes of all slides, once. */
export async function loadNotes(): Promise<void> {
  for (const [no, html] of Object.entries((await import('virtual:deck-notes')).default))
    notes.set(Number(no), html)
  areThere = true
}

/** Fetches how they are set, once: before all other styles, which go on deciding where both say something. */
async function loadTypography(): Promise<void> {
  const style = document.createElement('style')
  style.textContent = (await import('uno:typography.css?inline')).default
  document.head.prepend(style)
}

/**
 * Has the notes there before any view opens that may show them, which is every one but the slides themselves. Once they are there no step
 * waits for anything: the next key, however soon, finds this one done.
 */
export function loadNotesForViews(router: Router): void {
  router.beforeResolve(({ name }) => {
    if (name !== 'play' && !areThere)
      return Promise.all([loadNotes(), loadTypography()]).then(() => {})
  })
}
