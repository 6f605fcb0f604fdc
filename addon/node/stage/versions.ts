import type { PlannedSlide } from '../../lib/talk-plan'
import { TALK_LENGTH, versionLengths } from '../../lib/talk-plan'

/** What `--minutes` takes; nobody speaks longer than a day. */
export const MINUTES = { min: 1, max: 1440 }

/**
 * The length of a shorter version.
 * @throws when no slide is marked for such a version
 */
export function knownLength(minutes: number, slides: readonly PlannedSlide[]): number {
  const lengths = versionLengths(slides)
  if (lengths.length === 0)
    throw new Error(`--minutes takes no number here: no slide says with "keep" in its front matter which shorter version it belongs to.`)
  if (!lengths.includes(minutes))
    throw new Error(`--minutes takes ${lengths.join(' or ')}, not "${minutes}": these are what "keep" says in the slides' front matter.`)
  return minutes
}

/** A page of the built deck that knows how long the talk is to be: `addon/client/talk-length.ts` reads it. */
export function withLength(html: string, minutes: number): string {
  return html.replace(/<head\b[^>]*>/, head => `${head}<meta name="${TALK_LENGTH}" content="${minutes}">`)
}
