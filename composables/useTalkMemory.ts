import { sharedState, useNav } from '@slidev/client'
import { promiseTimeout } from '@vueuse/core'
import { watch } from 'vue'
import { DECK_NAME } from '../lib/deck-name'

/** Where a talk stands, as this browser remembers it. */
export interface TalkPosition {
  readonly page: number
  readonly clicks: number
}

/** A step of a talk. */
interface TalkStep extends TalkPosition {
  /** When it was taken: milliseconds since 1970. */
  readonly at: number
}

/** How long a talk can pause and still be the same talk: a lunch break, but not the next day. Milliseconds. */
const PAUSE = 3 * 60 * 60 * 1000
/** Longest wait for the disk before a window opens, in milliseconds. */
const DISK_PATIENCE = 1000

const KEY = `${DECK_NAME} - talk`

/** The last step, of whichever talk, that this browser's windows know of. */
function lastStep(): Partial<TalkStep> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<TalkStep>
  }
  catch {
    return {}
  }
}

/** Where the step leads; undefined when its talk is over. */
function positionAfter({ page, clicks = 0, at = 0 }: Partial<TalkStep>): TalkPosition | undefined {
  return page && Date.now() - at < PAUSE ? { page, clicks } : undefined
}

/**
 * Where the talk stands that is being given in this browser; undefined when none is: no presenter view was open in the last three
 * hours. A visitor of the hosted deck therefore starts at the first slide.
 */
export function talkPosition(): TalkPosition | undefined {
  return positionAfter(lastStep())
}

/** The last step that was put on the disk. Visitors, who never gave a talk, are spared what reads it. */
async function stepOnDisk(): Promise<TalkStep | undefined> {
  if (!(await indexedDB.databases()).some(({ name }) => name === DECK_NAME))
    return undefined
  const { keptDurably } = await import('../hosting/durable')
  return await keptDurably(KEY) as TalkStep | undefined
}

/**
 * As `talkPosition`, also after the whole browser was killed: what `localStorage` knows is then up to a minute old, and the last step
 * stands on the disk.
 */
export async function recoverTalkPosition(): Promise<TalkPosition | undefined> {
  const durable = await Promise.race([stepOnDisk(), promiseTimeout(DISK_PATIENCE)]).catch(() => {})
  const known = lastStep()
  return positionAfter(durable && durable.at > (known.at ?? 0) ? durable : known)
}

function remember(step: TalkStep): void {
  localStorage.setItem(KEY, JSON.stringify(step))
  // Where the browser stores nothing, a talk can only not be gone on with.
  import('../hosting/durable').then(({ keepDurably }) => keepDurably(KEY, step)).catch(() => {})
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
      remember({ ...here, at: Date.now() })
  }, { immediate: true, flush: 'post' })
}
