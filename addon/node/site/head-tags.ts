import type { Site } from './site'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deck, ROOT } from '../deck'
import { earlyKeys, firstAnswers } from './first-answers'

/** An element of a page's head, ready for Vue's `h(tag, attributes)`. */
export interface HeadTag {
  tag: 'link' | 'meta'
  attributes: Record<string, string>
}

/**
 * What a page may load: files of its own host, the two scripts within them, the icons that Slidev draws from `data:`, and the styles that
 * Vue sets on elements. No `frame-ancestors`: a deck has nothing to steal by a click, and conferences embed talks.
 */
export const CONTENT_SECURITY_POLICY = [
  'default-src \'self\'',
  `script-src 'self' '${firstAnswers.hash}' '${earlyKeys.hash}'`,
  'img-src \'self\' data:',
  'style-src \'self\' \'unsafe-inline\'',
  'base-uri \'none\'',
  'form-action \'none\'',
].join('; ')

/**
 * A colour of the deck's tokens.
 * @param name without the dashes, such as `paper-light`
 * @throws when there is none of that name
 */
export function tokenColour(name: string): string {
  const tokens = deck.tokens ? path.join(ROOT, deck.tokens) : path.join(import.meta.dirname, '../../styles/defaults.css')
  const colour = new RegExp(`--${name}:\\s*(#[0-9a-f]{6});`).exec(readFileSync(tokens, 'utf8'))?.[1]
  if (!colour)
    throw new Error(`${deck.tokens} has no colour --${name}.`)
  return colour
}

/**
 * For the head of every page: icons, manifest, the colour of the browser's own bars, and the policy on what the page may load, which so
 * goes with the page to hosts that send no headers of ours (GitHub Pages).
 */
export function hostTags({ base }: Pick<Site, 'base'>): HeadTag[] {
  const link = (rel: string, file: string, more: Record<string, string> = {}): HeadTag => ({
    tag: 'link',
    attributes: { rel, href: base + file, ...more },
  })
  const themeColour = (scheme: 'light' | 'dark'): HeadTag => ({
    tag: 'meta',
    attributes: { name: 'theme-color', media: `(prefers-color-scheme: ${scheme})`, content: tokenColour(`paper-${scheme}`) },
  })
  return [
    { tag: 'meta', attributes: { 'http-equiv': 'Content-Security-Policy', 'content': CONTENT_SECURITY_POLICY } },
    link('icon', 'favicon.svg', { type: 'image/svg+xml' }),
    link('apple-touch-icon', 'app-icons/apple-touch-180.png'),
    link('manifest', 'manifest.webmanifest'),
    themeColour('light'),
    themeColour('dark'),
  ]
}
