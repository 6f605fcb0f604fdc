import { sharedState } from '@slidev/client'
import { watch } from 'vue'
import { DECK_NAME } from '../lib/deck-name'

/** Slidev's timer as it was at some moment. */
interface KeptTimer {
  readonly timer: typeof sharedState.timer
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Milliseconds after which a timer is no longer this talk's: longer than a talk, shorter than the time since a rehearsal. */
const STALE = 60 * 60 * 1000

const KEY = `${DECK_NAME} - timer`

/** What the windows of this browser know. */
function known(): Partial<KeptTimer> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<KeptTimer>
  }
  catch {
    return {}
  }
}

function start({ timer }: Partial<KeptTimer>): void {
  if (timer && (timer.status === 'stopped' || Date.now() - timer.startedAt < STALE))
    sharedState.timer = timer
}

/**
 * Lets a window start with the timer that runs in the others. It tells them all that it starts with: a timer at rest would stop the
 * speaker's clock. Call it before Slidev shares anything.
 */
export function startWithKeptTimer(): void {
  if (sharedState.timer.status === 'stopped')
    start(known())
}

/** After the whole browser was killed the disk knows more than the windows do. */
async function recover(): Promise<void> {
  const { keptDurably } = await import('../hosting/durable')
  const kept = await keptDurably(KEY) as KeptTimer | undefined
  if (kept && kept.at > (known().at ?? 0))
    start(kept)
}

function keep(): void {
  // As plain data: what Vue watches cannot be stored.
  const kept: KeptTimer = JSON.parse(JSON.stringify({ timer: sharedState.timer, at: Date.now() }))
  localStorage.setItem(KEY, JSON.stringify(kept))
  import('../hosting/durable').then(({ keepDurably }) => keepDurably(KEY, kept)).catch(() => {})
}

/** Keeps Slidev's timer, which lives in the windows alone, through a reload or a crash. Call it in the presenter's window. */
export function keepTimer(): void {
  // Where the browser stores nothing, the timer starts anew.
  recover().catch(() => {})
  watch(() => sharedState.timer, keep, { deep: true })
}
