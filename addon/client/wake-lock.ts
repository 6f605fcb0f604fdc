/**
 * Lets a browser refuse to keep the screen awake, as one does that is low on battery: Slidev asks for it without expecting that, and the
 * console would tell of an error. Nothing else changes; the screen then sleeps when the computer says so.
 */
export function expectNoWakeLock(): void {
  // Outside of secure contexts there is none.
  const wakeLock = navigator.wakeLock as WakeLock | undefined
  if (!wakeLock)
    return
  const ask = wakeLock.request.bind(wakeLock)
  // VueUse, through which Slidev asks, takes null for a screen that is not kept.
  wakeLock.request = type => ask(type).catch(() => null as never)
}
