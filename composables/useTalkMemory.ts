import { sharedState, useNav } from '@slidev/client'
import { watch } from 'vue'
import { DECK_NAME } from '../lib/deck-name'

/** Where a talk stands, as this browser remembers it. */
export interface TalkPosition {
  readonly page: number
  readonly clicks: number
}

/** How long a talk can pause and still be the same talk: a lunch break, but not the next day. Milliseconds. */
const PAUSE = 3 * 60 * 60 * 1000

const key = () => `${DECK_NAME} - talk`

/**
 * Where the talk stands that is being given in this browser; undefined when none is: no presenter view was open in the last three
 * hours. A visitor of the hosted deck therefore starts at the first slide.
 */
export function talkPosition(): TalkPosition | undefined {
  try {
    const { page, clicks, at } = JSON.parse(localStorage.getItem(key()) ?? '{}') as Partial<TalkPosition & { at: number }>
    return page && Date.now() - (at ?? 0) < PAUSE ? { page, clicks: clicks ?? 0 } : undefined
  }
  catch {
    return undefined
  }
}

/**
 * Remembers each step of a talk, so that windows opened without a slide's number go on where it stands, also after all were closed.
 * The presenter view makes it a talk; from then on the audience's steps count as well, as far as Slidev lets them lead.
 */
export function useTalkMemory(): void {
  const { currentPage, clicks, isPresenter, isPrintMode } = useNav()
  watch([currentPage, clicks, isPresenter], () => {
    const here: TalkPosition = { page: currentPage.value, clicks: clicks.value }
    const leads = sharedState.page === here.page && sharedState.clicks === here.clicks
    if (!isPrintMode.value && (isPresenter.value || (leads && talkPosition())))
      localStorage.setItem(key(), JSON.stringify({ ...here, at: Date.now() }))
  }, { immediate: true, flush: 'post' })
}
