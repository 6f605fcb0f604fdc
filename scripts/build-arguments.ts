import { parseArgs } from 'node:util'

/** What `npm run build` was asked for. */
export interface BuildArguments {
  base: string
  out: string
  /** Such as `https://example.org`, without a slash at the end; empty when nobody said. */
  origin: string
  /** What goes on to `slidev build`. */
  rest: string[]
}

/** A base as Slidev wants it: a slash at both ends. */
function withSlashes(base: string): string {
  return `/${base}/`.replace(/\/{2,}/g, '/')
}

/** Options that are ours, each with an example of its value. */
const OURS = { base: '/talks/iar/', out: 'dist', site: 'https://example.org' }

/** @throws when it is no address of a web site */
function toOrigin(site: string): string {
  if (!site)
    return ''
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol))
    throw new Error(`--site (or SITE_URL) takes an address such as ${OURS.site}, not "${site}".`)
  return new URL(site).origin
}

/**
 * Takes base, folder and site out of the arguments; all others stay as they are.
 * @param args as typed after `npm run build --`
 * @param env may have `BASE_PATH` and `SITE_URL`, which `--base` and `--site` outdo; Netlify and Cloudflare Pages name the site by themselves
 */
export function buildArguments(args: string[], env: Record<string, string | undefined>): BuildArguments {
  const { values, tokens } = parseArgs({ args, options: { base: { type: 'string' }, out: { type: 'string', short: 'o' }, site: { type: 'string' } }, strict: false, allowPositionals: true, tokens: true })
  const ours = tokens.flatMap((token) => {
    if (token.kind !== 'option' || !(token.name in OURS))
      return []
    return token.inlineValue ? [token.index] : [token.index, token.index + 1]
  })
  for (const [name, example] of Object.entries(OURS)) {
    if (values[name] === true)
      throw new Error(`--${name} needs a value, such as --${name} ${example}.`)
  }
  return {
    base: withSlashes(String(values.base ?? env.BASE_PATH ?? '/')),
    out: String(values.out ?? 'dist'),
    origin: toOrigin(String(values.site ?? env.SITE_URL ?? env.CF_PAGES_URL ?? (env.NETLIFY ? env.URL : undefined) ?? '')),
    rest: args.filter((_, index) => !ours.includes(index)),
  }
}
