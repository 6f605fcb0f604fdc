import type { Router } from 'vue-router'
import type { Dated } from '../client/kept'
import type { SlidePosition } from '../lib/slide-position'
import deck from '#deck'
import { sharedState, useNav } from '@slidev/client'
import { watch } from 'vue'
import { kept } from '../client/kept'
import { TALK_PAUSE } from '../lib/remembered'

/** Milliseconds after which a clock is no longer this talk's: longer than a talk, shorter than the time since a rehearsal. */
const STALE_CLOCK = 60 * 60 * 1000

const position = kept<SlidePosition>('position')
const timer = kept<typeof sharedState.timer>('timer')

/** Whether what was kept at a time, in milliseconds since 1970, is of the talk that is given now. */
export function isOfThisTalk(at: number): boolean {
  return Date.now() - at < TALK_PAUSE
}

/** The position of a step, unless its talk is over. */
function current(step: ReturnType<typeof position.known>): SlidePosition | undefined {
  return step && isOfThisTalk(step.at) ? step.value : undefined
}

/**
 * Where the talk stands that is being given in this browser; undefined when none is: no presenter view was open in the last three
 * hours. A visitor of the hosted deck therefore starts at the first slide.
 */
export function talkPosition(): SlidePosition | undefined {
  return current(position.known())
}

/** What a deck of November 2026 kept in the middle of a talk, before this version took its place. */
function keptEarlier(): Dated<SlidePosition> | undefined {
  try {
    const { page, clicks = 0, at = 0 } = JSON.parse(localStorage[`${deck.name} - talk`]) as Record<string, number | undefined>
    return page ? { value: { no: page, clicks }, at } : undefined
  }
  catch {
    // Nothing, or what nobody can read.
    return undefined
  }
}

/** As `talkPosition`, also after the whole browser was killed. */
export async function recoverTalkPosition(): Promise<SlidePosition | undefined> {
  return current(await position.recovered() ?? keptEarlier())
}

function restoreTimer(): void {
  const clock = timer.known()?.value
  if (sharedState.timer.status === 'stopped' && clock && clock.status !== 'stopped' && Date.now() - clock.startedAt < STALE_CLOCK)
    sharedState.timer = clock
}

/**
 * Lets a window start with the clock that runs in the others, or that ran when the whole browser was killed. At its first slide a Slidev
 * window tells the others of all that it starts with, and a clock at rest would stop the speaker's. So the disk is read before, and what it
 * knows is in the same message. Call it before Slidev's root setup: what is told there comes after.
 */
export function startWithTalkTimer(router: Router): void {
  const stopWaiting = router.beforeEach(async () => {
    stopWaiting()
    await timer.recovered()
  })
  const stopStarting = router.afterEach(({ params }) => {
    // Until it shows a slide, a window must not say anything: it would also say that it shows the first one.
    if (!params.no)
      return
    stopStarting()
    restoreTimer()
  })
}

/** Keeps the clock, which lives in the windows alone, through a reload or a crash. Call it in the presenter's window. */
export function keepTalkTimer(): void {
  watch(() => sharedState.timer, clock => timer.keep(clock), { deep: true })
}

/**
 * Remembers each step of a talk, so that windows opened without a slide's number go on where it stands, also after all were closed.
 * The presenter view makes it a talk; from then on the audience's steps count as well, as far as Slidev lets them lead.
 */
export function keepTalkPosition(): void {
  const { currentPage, clicks, isPresenter, isPrintMode } = useNav()
  watch([currentPage, clicks, isPresenter], () => {
    const here: SlidePosition = { no: currentPage.value, clicks: clicks.value }
    const leads = sharedState.page === here.no && sharedState.clicks === here.clicks
    if (!isPrintMode.value && (isPresenter.value || (leads && talkPosition())))
      position.keep(here)
  }, { immediate: true, flush: 'post' })
}
