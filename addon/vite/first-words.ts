import type { Plugin } from 'vite'

/** What of a record comes first: `true` for all below a key, or the names of some. */
export type FirstKeys<T> = { readonly [Key in keyof T]?: true | readonly (keyof T[Key])[] }

/** That part of a record. */
export type FirstOf<T, Keys extends FirstKeys<T>> = {
  readonly [Key in keyof Keys & keyof T]: Keys[Key] extends readonly (infer Name)[] ? Pick<T[Key], Name & keyof T[Key]> : T[Key]
}

type Parts = Record<string, unknown>

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

/**
 * Gives a build its words as they are shown, in two modules: what every visitor waits for, as `first-` and the name, and all.
 * @param name of the module with all, such as `#words`, whose default export they are; that with the first ones exports `words`
 * @param keys of what comes first
 * @param load gives the words, when they are needed
 */
export function firstWords<T extends object>(name: string, keys: FirstKeys<T>, load: () => Promise<T>): Plugin {
  const firstName = name.replace('#', '#first-')
  const modules: Record<string, (parts: { first: Parts, rest: Parts }) => string> = {
    [firstName]: ({ first }) => `export const words = ${JSON.stringify(first)}`,
    [name]: ({ first, rest }) => {
      const shared = Object.keys(rest).filter(key => key in first).map(key => `${key}: { ...words.${key}, ...rest.${key} }`)
      return [
        `import { words } from ${JSON.stringify(firstName)}`,
        `const rest = ${JSON.stringify(rest)}`,
        `export default { ...words, ...rest, ${shared.join()} }`,
      ].join('\n')
    },
  }
  return {
    name: `deck:first-words ${name}`,
    apply: 'build',
    enforce: 'pre',
    resolveId: id => id in modules ? `\0${id}` : undefined,
    load: async id => modules[id.slice(1)]?.(partWords(await load(), keys)),
  }
}
