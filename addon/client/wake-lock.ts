/**
 * Lets a browser refuse to keep the screen awake, as one does that is low on battery: Slidev asks for it without expecting that, and the
 * console would tell of an error. Nothing else changes; the screen then sleeps when the computer says so.
 */
export function expectNoWakeLock(): void {
  // Outside of secure contexts there is none.
  const prototype = (globalThis as { WakeLock?: typeof WakeLock }).WakeLock?.prototype
  if (!prototype)
    return
  // Of the prototype: what is set on `navigator.wakeLock` itself WebKit forgets with the object, which it makes anew when somebody asks.
  const ask = prototype.request
  prototype.request = async function (type) {
    // VueUse, through which Slidev asks, takes null for a screen that is not kept.
    return ask.call(this, type).catch(() => null as never)
  }
}
