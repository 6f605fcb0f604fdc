import { shallowRef } from 'vue'

/**
 * Milliseconds from what happens to what is said of it: all that one press brings is said at once, and a dialog that it closes is gone by
 * then. Firefox never says what was written while a dialog hid the place.
 */
const SETTLES_IN = 120

/** What the one live region of a window says (`addon/components/SlideAnnouncer.vue`). */
export const voice = shallowRef('')

/** By what each is about: what is newer takes the place of what is older. */
const waiting = new Map<string, () => string>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Empties the region: what stands there while a dialog hides it would be said again when the dialog closes. */
export function hush(): void {
  voice.value = ''
}

/**
 * Says something to a screen reader, a moment later.
 * @param about `slide`, `step`, `exhibit`, or a state of the stage; a slide that is shown is said without its steps
 * @param text what is said then; nothing where it is empty
 */
export function say(about: string, text: () => string): void {
  hush()
  waiting.set(about, text)
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (waiting.has('slide'))
      ['step', 'exhibit'].forEach(about => waiting.delete(about))
    const texts = Array.from(waiting.values(), text => text()).filter(Boolean)
    waiting.clear()
    voice.value = texts.join(' ')
  }, SETTLES_IN)
}
