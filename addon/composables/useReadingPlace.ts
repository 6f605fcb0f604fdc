import { useNav } from '@slidev/client'
import { tryOnScopeDispose } from '@vueuse/core'
import { watch } from 'vue'
import { prepareReadingPlace, takeReadingPlace } from '../client/reading-place'
import { isPrerendered } from '../client/replace-prerendered'

/** Milliseconds between two looks for a slide that is about to be shown, and how often it is looked for. */
const LOOK = 40
const LOOKS = 50

/** Reading goes on at each slide, as soon as it is shown. A prerendered one is read until the live one stands, which takes its place. */
export function useReadingPlace(): void {
  const { currentPage } = useNav()
  let timer: ReturnType<typeof setTimeout> | undefined
  function look(no: number, looks = LOOKS): void {
    clearTimeout(timer)
    if (!isPrerendered() && !takeReadingPlace(no) && looks > 0)
      timer = setTimeout(look, LOOK, no, looks - 1)
  }
  watch(currentPage, prepareReadingPlace, { flush: 'sync' })
  watch(currentPage, no => look(no), { immediate: true, flush: 'post' })
  tryOnScopeDispose(() => clearTimeout(timer))
}
