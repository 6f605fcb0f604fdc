import type { Plugin } from 'vite'
import type { FirstKeys, Parts } from '../../lib/first-words'
import { partWords } from '../../lib/first-words'

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
