import type { ComputedRef, Ref } from 'vue'
import deck from '#deck'
import { useElementSize, useEventListener, useLocalStorage, useMediaQuery } from '@vueuse/core'
import { computed } from 'vue'
import { isForeign } from '../lib/key-strokes'

/** Percent of the view that slides may have. */
const LEAST = 25
const MOST = 75
/** How far an arrow moves the border, in percent. */
const STEP = 2

/** What a speaker chose for a window held across and for one held upright, in percent; null where the style sheet decides. */
const chosen = useLocalStorage<{ wide: number | null, upright: number | null }>(
  `${deck.name} - split`,
  { wide: null, upright: null },
  { mergeDefaults: true },
)

/** The border between slides and notes. */
export interface Split {
  /** What was chosen for a window of this shape: a share, so that it fits each window, and none ever changes it. */
  readonly share: ComputedRef<number | null>
  readonly isUpright: Ref<boolean>
  /** Where the border is, in percent. */
  readonly now: ComputedRef<number>
  readonly least: number
  readonly most: number
  readonly grab: (event: PointerEvent) => void
  readonly press: (event: KeyboardEvent) => void
  /** Leaves it to the style sheet again. */
  readonly forget: () => void
}

/** @param view what is divided; its first part to scale is the one with the class `speaker-slides` */
export function useSplit(view: Ref<HTMLElement | null>): Split {
  const isUpright = useMediaQuery('(max-aspect-ratio: 1/1)')
  const slides = computed(() => view.value?.querySelector<HTMLElement>('.speaker-slides'))
  const whole = useElementSize(view)
  const part = useElementSize(slides)
  const kind = computed(() => isUpright.value ? 'upright' : 'wide')
  const now = computed(() => {
    const [size, all] = isUpright.value ? [part.height.value, whole.height.value] : [part.width.value, whole.width.value]
    return all ? size / all * 100 : LEAST
  })
  function move(to: number) {
    chosen.value[kind.value] = Math.round(Math.min(MOST, Math.max(LEAST, to)) * 10) / 10
  }

  let pointer: number | undefined
  useEventListener(window, 'pointermove', ({ pointerId, clientX, clientY }) => {
    if (pointerId !== pointer || !view.value)
      return
    const { left, top, width, height } = view.value.getBoundingClientRect()
    move((isUpright.value ? (clientY - top) / height : (clientX - left) / width) * 100)
  })
  useEventListener(window, ['pointerup', 'pointercancel'], () => pointer = undefined)

  return {
    share: computed(() => chosen.value[kind.value]),
    isUpright,
    now,
    least: LEAST,
    most: MOST,
    grab(event) {
      if (event.button !== 0)
        return
      // Neither selects text nor takes the focus from the stage.
      event.preventDefault()
      pointer = event.pointerId
    },
    press(event) {
      const by = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key]
      if (by === undefined || isForeign(event))
        return
      event.preventDefault()
      event.stopPropagation()
      move(now.value + by)
    },
    forget: () => chosen.value[kind.value] = null,
  }
}
