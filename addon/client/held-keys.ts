import { keepKeys } from './keep-keys'

/** Whether keys are held back already. */
let isHolding = false

/**
 * Holds back the keys that a hand presses until what they are for stands, and gives them to it in their order.
 * @param keys that were kept before, and come first
 */
export async function holdKeys(keys: KeyboardEvent[] = []): Promise<void> {
  if (isHolding)
    return
  isHolding = true
  const release = keepKeys(keys, ({ isTrusted }) => isTrusted)
  try {
    await (await import('./press-kept')).pressKept(keys)
  }
  finally {
    release()
    isHolding = false
  }
}
