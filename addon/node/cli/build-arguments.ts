import type { Values } from './options'
import { BASE_EXPECTS, flag, folder, readBasePath, valued } from './options'
import { UsageError } from './usage-error'

/** Such as `https://example.org`; undefined for what is no host's address, or has a path, which belongs to the base. */
export function readOrigin(text: string): string | undefined {
  if (!URL.canParse(text))
    return undefined
  const { protocol, origin, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname + search + hash === '/' ? origin : undefined
}

const SITE_EXPECTS = 'the address of a host, such as https://example.org, without a path (that is for --base)'

/** Slidev's option that leaves the notes out of a build. */
export const WITHOUT_NOTES = '--without-notes'

/** The options of `npm run build`. */
export const buildOptions = {
  base: valued('the path on the host (default: BASE_PATH, or /)', 'path', BASE_EXPECTS, readBasePath),
  site: valued('the host, for canonical addresses, social pictures, sitemap (default: SITE_URL)', 'address', SITE_EXPECTS, readOrigin),
  out: folder('where the site goes', { short: 'o', fallback: 'dist' }),
  withoutNotes: flag('leave out the presenter\'s notes, which every visitor could read'),
}

/** What `npm run build` was asked for. */
export interface BuildArguments {
  /** With a slash at both ends. */
  base: string
  out: string
  /** Such as `https://example.org`, without a slash at the end; empty when nobody said. */
  origin: string
  /** What goes on to `slidev build`. */
  args: string[]
}

type Environment = Readonly<Record<string, string | undefined>>

type Read<T> = (text: string) => T | undefined

/** The first variable that is set, read as the option would be. */
function fromEnvironment<T>(env: Environment, names: readonly string[], expects: string, read: Read<T>): T | undefined {
  const name = names.find(name => env[name])
  if (!name)
    return undefined
  const value = read(env[name]!)
  if (value === undefined)
    throw new UsageError(`${name} takes ${expects}, not "${env[name]}".`)
  return value
}

/**
 * Adds to the options what the environment says where they say nothing.
 * @param values as read
 * @param env may have `BASE_PATH` and `SITE_URL`; Netlify and Cloudflare Pages name the site by themselves
 * @throws a UsageError for a variable that makes no sense
 */
export function buildArguments(values: Values<typeof buildOptions>, env: Environment): BuildArguments {
  const hosts = ['SITE_URL', 'CF_PAGES_URL', ...env.NETLIFY ? ['URL'] : []]
  return {
    base: values.base ?? fromEnvironment(env, ['BASE_PATH'], BASE_EXPECTS, readBasePath) ?? '/',
    origin: values.site ?? fromEnvironment(env, hosts, SITE_EXPECTS, readOrigin) ?? '',
    out: values.out,
    args: values.withoutNotes ? [WITHOUT_NOTES] : [],
  }
}
