import type { VNode } from 'vue'
import type { Shell } from './capture'
import type { EditionSite } from './site'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { alternates } from './alternates'
import { hostTags } from './head-tags'
import { addressOf } from './site'

/** What a page says of itself to browsers, search engines and whoever shows a link to it. */
export interface PageFacts {
  lang: string
  title: string
  description: string
  author?: string
  /** Path of the page below the base, with a slash at the end. */
  path: string
  /** Path of its social picture below the base. */
  picture?: { path: string, width: number, height: number, alt: string }
  /** Search engines leave it out: it shows nothing of its own. */
  isTool?: boolean
}

/** Elements for the head, from facts. */
export function headElements(site: EditionSite, { title, description, author, path, picture, isTool }: PageFacts): VNode[] {
  const address = addressOf(site, path)
  const meta = (name: string, content: string | number | undefined) =>
    content === undefined ? [] : [h('meta', { [name.includes(':') && !name.startsWith('twitter:') ? 'property' : 'name']: name, content })]
  // What names a page to others wants a whole address; a path alone would be invalid, and name nothing.
  const whole = site.origin === ''
    ? []
    : [
        h('link', { rel: 'canonical', href: address }),
        ...alternates(site, path).map(attributes => h('link', { rel: 'alternate', ...attributes })),
        ...meta('og:url', address),
        ...picture
          ? [
              ...meta('og:image', addressOf(site, picture.path)),
              ...meta('og:image:width', picture.width),
              ...meta('og:image:height', picture.height),
              ...meta('og:image:alt', picture.alt),
              ...meta('twitter:card', 'summary_large_image'),
            ]
          : [],
      ]
  return [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ...hostTags(site).map(({ tag, attributes }) => h(tag, attributes)),
    h('title', title),
    ...meta('description', description),
    ...meta('author', author),
    ...isTool
      ? meta('robots', 'noindex')
      : [
          ...meta('og:type', 'article'),
          ...meta('og:title', title),
          ...meta('og:description', description),
          ...whole,
        ],
  ]
}

/** What starts the deck: its scripts, last and least urgent, so that the prerendered slide comes first. */
export function deckElements({ scripts, preloads }: Shell): VNode[] {
  return [
    ...scripts.map(attributes => h('script', { ...attributes, fetchpriority: 'low' })),
    ...preloads.map(attributes => h('link', { ...attributes, fetchpriority: 'low' })),
  ]
}

/** A whole document as text, with more attributes of its root. */
export async function renderDocument(
  lang: string,
  head: VNode[],
  body: VNode[],
  attributes: Record<string, string | number> = {},
): Promise<string> {
  const html = await renderToString(createSSRApp({ render: () => h('html', { lang, ...attributes }, [h('head', head), h('body', body)]) }))
  return `<!doctype html>\n${html}\n`
}
