import type { Edition } from '../../addon/deck'
import type { Host } from './servers'
import { pageWordsOf } from '../../addon/locales/all'

/** What a host said to one request. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly caching: string
  readonly location: string
  readonly bytes: Uint8Array
  readonly headers: Headers
}

/** Asks a host, without following it anywhere. */
export async function ask({ url }: Pick<Host, 'url'>, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(new URL(address, url), { redirect: 'manual', headers })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    caching: response.headers.get('cache-control') ?? '',
    location: response.headers.get('location') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
    headers: response.headers,
  }
}

/** One kind of address: what the table calls it, and what a host has to answer. */
export interface Kind {
  readonly name: string
  readonly address: string
  /** What is wrong with an answer; nothing where it is as it should be. */
  readonly wrong: (answer: Answer, host: Host) => string | undefined
}

const textOf = ({ bytes }: Answer) => new TextDecoder().decode(bytes)
/** A mark that only the page of one slide in one edition has. */
const isPageOf = (answer: Answer, address: string) => textOf(answer).includes(`<link rel="canonical" href="https://example.org${address}">`)

const forever = ({ caching }: Answer) => caching.includes('immutable')

/** A page that has to be there at once, and be asked for each time. */
function page(name: string, address: string, canonical?: string): Kind {
  return {
    name,
    address,
    wrong: (answer, { kind, url }) => {
      if (answer.status !== 200)
        return `status ${answer.status}`
      if (!answer.type.startsWith('text/html'))
        return `type ${answer.type}`
      if (canonical !== undefined && !isPageOf(answer, new URL(url).pathname + canonical))
        return 'another page'
      return (kind.isConfigured || kind.readsHeaders) && !/no-cache|max-age=0/.test(answer.caching) ? `kept: ${answer.caching}` : undefined
    },
  }
}

/** A file that has to come with a type which does its work, and to be kept as long as it may. */
function file(name: string, address: string, type: RegExp, kept: 'forever' | 'asked' | 'any' = 'any'): Kind {
  return {
    name,
    address,
    wrong: (answer, { kind }) => {
      if (answer.status !== 200)
        return `status ${answer.status}`
      // What comes as it comes may have no type, where a browser needs none.
      if (!type.test(answer.type) && (kind.isConfigured || kind.readsHeaders))
        return `type ${answer.type || 'none'}`
      if (!kind.isConfigured && !kind.readsHeaders)
        return undefined
      // Its development server asks for everything.
      if (kept === 'forever' && !forever(answer) && !kind.name.startsWith('netlify'))
        return `not kept: ${answer.caching || 'nothing said'}`
      return kept === 'asked' && !/no-cache|max-age=0/.test(answer.caching) ? `kept: ${answer.caching}` : undefined
    },
  }
}

/** An address without a slash, as people type it: it leads to the page, on this host, with its clicks where it had any. */
function bare(name: string, address: string, wanted: string): Kind {
  return {
    name,
    address,
    wrong: ({ status, location }, { url, kind }) => {
      if (status === 200)
        return undefined
      const led = new URL(location || 'about:blank', new URL(address, url))
      if (![301, 302, 307, 308].includes(status))
        return `status ${status}`
      // Caddy 2.6 loses the clicks; our own links have the slash.
      const { href } = new URL(wanted, url)
      const isSame = led.href === href || (kind.name === 'Caddy' && led.href === href.split('?')[0])
      return isSame ? undefined : `leads to ${led.href}`
    },
  }
}

/** An address that leads nowhere says so by its status, and by a page of ours where the host can be told of one. */
function missing(name: string, address: string, language: string): Kind {
  return {
    name,
    address,
    wrong: (answer, { kind, url }) => {
      if (answer.status !== 404)
        return `status ${answer.status}`
      const hasOwn = kind.hasOwnMissing === true || (kind.hasOwnMissing === 'at the root' && new URL(url).pathname === '/')
      return hasOwn && !textOf(answer).includes(pageWordsOf(language).missing) ? 'not our page' : undefined
    },
  }
}

/** Every kind of address of a site, and what each host has to answer. */
export function kindsOf(
  editions: readonly Edition[],
  files: Record<'asset' | 'style' | 'face' | 'pdf' | 'data', string>,
  data: Uint8Array,
): Kind[] {
  const [first, ...others] = editions
  return [
    page('first slide', '', ''),
    page('a slide', '3/', '3/'),
    page('a slide at a click', '2/?clicks=2', '2/'),
    bare('without a slash', '3', '3/'),
    bare('without a slash, at a click', '2?clicks=2', '2/?clicks=2'),
    page('presenter', 'presenter/2/'),
    page('overview', 'overview/'),
    page('print', 'print/'),
    ...others.flatMap(({ folder, language }) => [
      page(`first slide, ${folder}`, folder, folder),
      page(`a slide, ${folder}`, `${folder}3/`, `${folder}3/`),
      bare(`without a slash, ${folder}`, `${folder}3`, `${folder}3/`),
      missing(`mistyped, ${folder}`, `${folder}3x`, language),
    ]),
    missing('mistyped', '3x', first!.language),
    missing('mistyped, deep', 'no/such/page/', first!.language),
    file('worker', 'sw.js', /^(?:text|application)\/javascript/, 'asked'),
    file('manifest', 'manifest.webmanifest', /^application\/manifest\+json/, 'asked'),
    file('icon', 'app-icons/icon-192.png', /^image\/png/),
    file('favicon', 'favicon.svg', /^image\/svg\+xml/),
    file('script', files.asset, /^(?:text|application)\/javascript/, 'forever'),
    file('styles', files.style, /^text\/css/, 'forever'),
    file('face', files.face, /^font\/woff2/, 'forever'),
    file('PDF', files.pdf, /^application\/pdf/),
    {
      name: 'data',
      address: files.data,
      wrong: (answer, { kind }) => {
        // With the mark at its beginning that tells spreadsheets that it is UTF-8, where it has one.
        if (answer.status !== 200 || answer.bytes.join() !== data.join())
          return `status ${answer.status}, ${answer.bytes.length} bytes`
        return kind.isConfigured && !answer.type.startsWith('text/csv') ? `type ${answer.type || 'none'}` : undefined
      },
    },
  ]
}

/** Headers that a page has to come with where the host can be told of them. */
export function headerProblem({ headers }: Answer, { kind }: Host): string | undefined {
  if (!kind.isConfigured && !kind.readsHeaders)
    return undefined
  const more = kind.readsHeaders ? ['content-security-policy', 'permissions-policy'] : []
  const wanted = ['x-content-type-options', 'referrer-policy', ...more]
  const lacking = wanted.filter(name => !headers.has(name))
  return lacking.length > 0 ? `without ${lacking.join(', ')}` : undefined
}
