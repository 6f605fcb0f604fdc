import type { Options } from './options'
import { flagOf, readEdition } from './options'

/** Options of ours whose names are options of npm, too: typed before the `--`, they are meant for npm. */
const NPM_HAS = ['force']

/** What npm calls an option in the environment. */
const variableOf = (name: string) => `npm_config_${flagOf(name).slice(2).replaceAll('-', '_')}`

/**
 * Options that were typed without the `--` that npm needs before them. npm 10 and 11 then keep them in the environment, and leave
 * a value to us as a word by itself unless it followed a "=".
 *
 * Only `--lang zh` never comes here: all its letters are short options of npm, which takes it for `-l -a -n -g` (nopt 9.0.0,
 * https://github.com/npm/nopt/blob/v9.0.0/lib/nopt-lib.js#L456). The word that is left names the edition, as it was meant.
 * @param options of the command
 * @param words that were left over
 * @param env of the process
 * @returns what should follow the `--`; empty when npm kept nothing
 */
export function npmKept(options: Options, words: readonly string[], env: Readonly<Record<string, string | undefined>>): string[] {
  const valueOf = (name: string) => env[variableOf(name)] ?? env[variableOf(options[name]!.short ?? name)]
  const kept = Object.keys(options).filter(name => valueOf(name) !== undefined && !NPM_HAS.includes(name))
  const values = words.filter(word => !readEdition(word))
  const typed = kept.map((name) => {
    const value = valueOf(name)
    if (value === '')
      return flagOf(`no-${name}`)
    const text = value !== 'true' ? value : options[name]!.value ? values.shift() : undefined
    return [flagOf(name), text].filter(Boolean).join(' ')
  })
  return kept.length > 0 ? [...words.filter(readEdition), ...typed] : []
}
