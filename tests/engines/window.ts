import type { Buffer } from 'node:buffer'

/**
 * A window of a browser, of whichever engine: what the walks of Firefox and WebKit ask of it. Keys are named as Playwright names them
 * (`ArrowRight`, `Shift+?`, `Control+f`), points are in CSS pixels of the window's page.
 */
export interface EngineWindow {
  /** Opens an address and waits until it is loaded. */
  readonly goto: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  readonly url: () => Promise<string>
  /** Runs a function in the page; it may use nothing from around it. What it is given and returns is JSON. */
  readonly evaluate: <T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A) => Promise<T>
  /** Presses a key and lets it go. */
  readonly press: (key: string) => Promise<void>
  /** Presses a key, again and again as one does that is held, or lets it go. */
  readonly down: (key: string) => Promise<void>
  readonly up: (key: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly click: (x: number, y: number) => Promise<void>
  /** Moves the pointer with its button held. */
  readonly drag: (from: readonly [number, number], to: readonly [number, number]) => Promise<void>
  /** Makes the page so large, or as near to it as the engine's window can be. */
  readonly resize: (width: number, height: number) => Promise<void>
  readonly screenshot: () => Promise<Buffer>
  /** What it prints, where its driver can: WebKit's can't (webkit-print.ts). The size of the paper is in inches. */
  readonly pdf?: (paper?: { readonly width: number, readonly height: number }) => Promise<Buffer>
  /** Another window of the same visitor. */
  readonly open: () => Promise<EngineWindow>
  readonly close: () => Promise<void>
}

/** A browser that runs. */
export interface Engine {
  /** As reports call it, with its version. */
  readonly name: string
  readonly kind: 'chromium' | 'firefox' | 'webkit'
  /** The first window of a visitor who was never here. */
  readonly visit: () => Promise<EngineWindow>
  readonly close: () => Promise<void>
}

/** Waits until something holds in a page, asking again and again. */
export async function until<A>(
  window: EngineWindow,
  what: string,
  holds: (arg: A) => unknown,
  arg?: A,
  milliseconds = 10_000,
): Promise<void> {
  const end = Date.now() + milliseconds
  let failure: unknown
  // A page that is just being left answers with an error.
  const asked = () => window.evaluate(holds as (arg: A) => boolean, arg).catch((error) => {
    failure = error
    return false
  })
  while (!await asked()) {
    if (Date.now() > end)
      throw new Error(`${what}: not within ${milliseconds / 1000} s`, { cause: failure })
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
