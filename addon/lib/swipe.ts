/** Where a finger is, in CSS pixels, and which one. */
export interface Finger { readonly id: number, readonly x: number, readonly y: number }

/** What fingers touch: the window, and how much the browser enlarges it (`visualViewport`). */
export interface Touched { readonly width: number, readonly height: number, readonly scale: number }

export type Swipe = 'left' | 'right' | 'up' | 'down'

/** Whether a reader has zoomed into the page. Browsers calculate with fractions, so that 1 is not quite 1. */
export function isZoomed(scale: number): boolean {
  return Math.abs(scale - 1) > 0.01
}

/** Pixels that a hand moves without meaning to. */
export const STILL = 10

/** Far enough to be meant, as Slidev measures it: a way in pixels, or a part of the window. */
function isFar(way: number, room: number, pixels: number, part: number): boolean {
  return way > pixels || way / room > part
}

/** The swipe that a way is, in CSS pixels, if it is one. */
export function swipeOf(x: number, y: number, { width, height }: Pick<Touched, 'width' | 'height'>): Swipe | undefined {
  if (Math.abs(x) >= Math.abs(y))
    return isFar(Math.abs(x), width, 75, 0.3) ? (x < 0 ? 'left' : 'right') : undefined
  return isFar(Math.abs(y), height, 200, 0.4) ? (y < 0 ? 'up' : 'down') : undefined
}

/**
 * Understands swipes: one finger, from its landing until it is lifted, on a page of its own size. Two fingers, and any finger on a page
 * that is zoomed, are the browser's, until the last of them is lifted.
 */
export class SwipeReader {
  readonly #down = new Set<number>()
  #begin: Finger | undefined

  /** A finger lands. `isFirst`: no other one is down, as the browser says; one may have been lifted where nobody heard of it. */
  land(finger: Finger, { isFirst, scale }: { isFirst: boolean, scale: number }): void {
    if (isFirst)
      this.#down.clear()
    this.#down.add(finger.id)
    this.#begin = this.#down.size === 1 && !isZoomed(scale) ? finger : undefined
  }

  /** What the fingers do is no swipe: they draw, select, or the browser took them. */
  cancel(): void {
    this.#begin = undefined
  }

  /** @returns the swipe that ends when this finger is lifted, if it is one */
  lift(finger: Finger, touched: Touched): Swipe | undefined {
    this.#down.delete(finger.id)
    const begin = this.#begin
    this.#begin = undefined
    if (!begin || begin.id !== finger.id || isZoomed(touched.scale))
      return undefined
    return swipeOf(finger.x - begin.x, finger.y - begin.y, touched)
  }
}
