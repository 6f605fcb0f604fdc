import deck from '#deck'
import { promiseTimeout } from '@vueuse/core'

/** A value of this browser that all windows know at once and that outlives a crash. */
export interface Kept<T> {
  /** What the windows know of; nothing before the first `keep`, or when the value cannot be read. */
  known: () => Dated<T> | undefined
  /** As `known`, also after the whole browser was killed: what the windows know may then be a minute old, and the disk knows more. */
  recovered: () => Promise<Dated<T> | undefined>
  /** Keeps it for all windows, and on the disk. */
  keep: (value: T) => void
}

/** A value, and when it was kept: milliseconds since 1970. */
export interface Dated<T> {
  readonly value: T
  readonly at: number
}

/** Longest wait for the disk before a window opens, in milliseconds. */
const DISK_TIMEOUT = 1000

function inWindows<T>(key: string): Dated<T> | undefined {
  try {
    const known = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Dated<T>>
    return known.at ? known as Dated<T> : undefined
  }
  catch {
    return undefined
  }
}

/** Visitors, who never gave a talk, are spared what reads the disk. */
async function onDisk<T>(key: string): Promise<Dated<T> | undefined> {
  if (!(await indexedDB.databases()).some(({ name }) => name === deck.name))
    return undefined
  const { readDurably } = await import('./durable')
  return await readDurably(key) as Dated<T> | undefined
}

/**
 * @param name of the value, within this deck
 * @returns the value; where the browser stores nothing it is only ever undefined
 */
export function kept<T>(name: string): Kept<T> {
  const key = `${deck.name} - ${name}`
  return {
    known: () => inWindows(key),
    async recovered() {
      const durable = await Promise.race([onDisk<T>(key), promiseTimeout(DISK_TIMEOUT)]).catch(() => {})
      const known = inWindows<T>(key)
      if (!durable || durable.at <= (known?.at ?? 0))
        return known
      localStorage.setItem(key, JSON.stringify(durable))
      return durable
    },
    keep(value) {
      // As plain data: what Vue watches cannot be stored.
      const text = JSON.stringify({ value, at: Date.now() })
      localStorage.setItem(key, text)
      import('./durable').then(({ storeDurably }) => storeDurably(key, JSON.parse(text))).catch(() => {})
    },
  }
}
