/** Keeps values as long as the page is open. */
class MemoryStorage implements Storage {
  #values = new Map<string, string>()
  get length() { return this.#values.size }
  clear() { this.#values.clear() }
  getItem(key: string) { return this.#values.get(key) ?? null }
  key(index: number) { return [...this.#values.keys()][index] ?? null }
  removeItem(key: string) { this.#values.delete(key) }
  setItem(key: string, value: string) { this.#values.set(key, String(value)) }
}

/**
 * Some browsers deny storage to pages, by throwing at the first look at it, and Slidev looks while it starts. There it gets storage that
 * forgets.
 */
for (const name of ['localStorage', 'sessionStorage'] as const) {
  try {
    window[name].getItem(name)
  }
  catch {
    Object.defineProperty(window, name, { value: new MemoryStorage(), configurable: true })
  }
}
