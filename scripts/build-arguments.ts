import { parseArgs } from 'node:util'

/** What `npm run build` was asked for. */
export interface BuildArguments {
  base: string
  out: string
  /** What goes on to `slidev build`. */
  rest: string[]
}

/** A base as Slidev wants it: a slash at both ends. */
function withSlashes(base: string): string {
  return `/${base}/`.replace(/\/{2,}/g, '/')
}

/**
 * Takes base and folder out of the arguments; all others stay as they are.
 * @param args as typed after `npm run build --`
 * @param env may have `BASE_PATH`, which `--base` outdoes
 */
export function buildArguments(args: string[], env: Record<string, string | undefined>): BuildArguments {
  const { values, tokens } = parseArgs({ args, options: { base: { type: 'string' }, out: { type: 'string', short: 'o' } }, strict: false, allowPositionals: true, tokens: true })
  const ours = tokens.flatMap((token) => {
    if (token.kind !== 'option' || !['base', 'out'].includes(token.name))
      return []
    return token.inlineValue ? [token.index] : [token.index, token.index + 1]
  })
  for (const name of ['base', 'out']) {
    if (values[name] === true)
      throw new Error(`--${name} needs a value, such as ${name === 'base' ? '--base /talks/iar/' : '--out dist'}.`)
  }
  return {
    base: withSlashes(String(values.base ?? env.BASE_PATH ?? '/')),
    out: String(values.out ?? 'dist'),
    rest: args.filter((_, index) => !ours.includes(index)),
  }
}
