/** Milliseconds without a key or a pointer after which a visitor rests. */
const REST = 20_000
/** A cache that is there while somebody with a slow or dear line has asked for a new version, which is fetched only then. */
export const ASKED = 'asked'
const SLOW = ['slow-2g', '2g', '3g']

/** Whether the visitor pays for every byte, or has few in a second; only some browsers tell. */
export function isDear(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean, effectiveType?: string } }
  return connection?.saveData === true || SLOW.includes(connection?.effectiveType ?? '')
}

/**
 * Resolves once the visitor has touched nothing for a while, with the page in view, or has installed it.
 * @param isNow whether there is another reason not to wait
 */
export async function atRest(isNow: boolean): Promise<void> {
  if (isNow || matchMedia('(display-mode: standalone)').matches)
    return
  const done = new AbortController()
  const { signal } = done
  await new Promise<void>((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = document.visibilityState === 'visible' ? setTimeout(resolve, REST) : undefined
    }
    for (const sign of ['keydown', 'pointermove', 'pointerdown'])
      window.addEventListener(sign, wait, { signal, capture: true, passive: true })
    document.addEventListener('visibilitychange', wait, { signal })
    window.addEventListener('appinstalled', () => resolve(), { signal })
    wait()
  })
  done.abort()
}
