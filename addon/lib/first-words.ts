/** What of a record comes first: `true` for all below a key, or the names of some. */
export type FirstKeys<T> = { readonly [Key in keyof T]?: true | readonly (keyof T[Key])[] }

/** That part of a record. */
export type FirstOf<T, Keys extends FirstKeys<T>> = {
  readonly [Key in keyof Keys & keyof T]: Keys[Key] extends readonly (infer Name)[] ? Pick<T[Key], Name & keyof T[Key]> : T[Key]
}

/** Records by their keys. */
export type Parts = Record<string, unknown>

/** Parts a record into what comes first and the rest. */
export function partWords<T extends object>(words: T, keys: FirstKeys<T>): { first: Parts, rest: Parts } {
  const first: Parts = {}
  const rest: Parts = {}
  for (const [key, value] of Object.entries(words)) {
    const names = keys[key as keyof T] as true | readonly string[] | undefined
    if (!names) {
      rest[key] = value
    }
    else if (names === true) {
      first[key] = value
    }
    else {
      const isFirst = ([name]: [string, unknown]) => names.includes(name)
      first[key] = Object.fromEntries(Object.entries(value).filter(isFirst))
      rest[key] = Object.fromEntries(Object.entries(value).filter(part => !isFirst(part)))
    }
  }
  return { first, rest }
}
