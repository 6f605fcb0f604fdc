import { sharedState } from '@slidev/client'
import { watch } from 'vue'
import { DECK_NAME } from '../lib/deck-name'

type Timer = typeof sharedState.timer

/** Milliseconds after which a timer is no longer this talk's: longer than a talk, shorter than the time since a rehearsal. */
const STALE = 60 * 60 * 1000

const KEY = `${DECK_NAME} - timer`

async function restore(): Promise<void> {
  const { keptDurably } = await import('../hosting/durable')
  const kept = await keptDurably(KEY) as Timer | undefined
  if (kept && sharedState.timer.status === 'stopped' && kept.status !== 'stopped' && Date.now() - kept.startedAt < STALE)
    sharedState.timer = kept
}

/** As plain data: what Vue watches cannot be stored. */
const current = () => JSON.parse(JSON.stringify(sharedState.timer)) as Timer

async function keep(): Promise<void> {
  const { keepDurably } = await import('../hosting/durable')
  await keepDurably(KEY, current())
}

/**
 * Keeps Slidev's timer, which lives in the windows alone, when the presenter's window is reloaded, the browser crashes, or another window
 * opens. Call it in the presenter's.
 */
export function keepTimer(): void {
  // Where the browser stores nothing, the timer starts anew.
  const restored = restore().catch(() => {})
  watch([current, () => sharedState.lastUpdate?.time], ([timer, step], [before, stepBefore]) => {
    // A window that opens tells the others all that it starts with: its first step, and a timer at rest. The clock that is reset stops without a step.
    if (timer.status === 'stopped' && before.status !== 'stopped' && step !== stepBefore)
      sharedState.timer = before
    else
      restored.then(keep).catch(() => {})
  })
}
