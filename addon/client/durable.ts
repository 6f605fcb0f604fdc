import deck from '#deck'
import { openDB } from 'idb'

/**
 * Values that must outlive the browser's end at any moment. `localStorage` is at once the same in all windows, but Chromium writes it to
 * the disk some seconds later, then once a minute at most; IndexedDB it writes when it is asked to.
 */
const STORE = 'values'
const database = openDB(deck.name, 1, { upgrade: db => void db.createObjectStore(STORE) })

/**
 * Puts a value on the disk. Values of one name are written in the order of the calls.
 * @param name what `readDurably` finds it by
 * @param value anything that the browser can clone
 * @returns when it is there
 * @throws where the browser stores nothing, or has no room
 */
export async function storeDurably(name: string, value: unknown): Promise<void> {
  const transaction = (await database).transaction(STORE, 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.put(value, name), transaction.done])
}

/**
 * @param name as it was kept
 * @returns what was kept last, undefined when nothing was
 * @throws where the browser stores nothing
 */
export async function readDurably(name: string): Promise<unknown> {
  return (await database).get(STORE, name)
}
