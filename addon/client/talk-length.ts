import { TALK_LENGTH } from '../lib/talk-plan'

/**
 * Minutes of the version of the talk that is given; `Infinity` for all of it. `npm run present -- --minutes` writes it into each page that
 * it serves, so that it outlives reloads, crashes and the change of language, and no visitor of a site has ever anything of it.
 */
export const talkLength = Number(document.querySelector<HTMLMetaElement>(`meta[name="${TALK_LENGTH}"]`)?.content ?? 'Infinity')
