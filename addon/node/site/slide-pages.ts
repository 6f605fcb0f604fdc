import type { VNode } from 'vue'
import type { DeckSlide } from '../slidev/slides'
import type { Shell, SlideStates } from './capture'
import type { PageFacts } from './page-template'
import type { EditionSite } from './site'
import { h } from 'vue'
import { documentTitle } from '../../lib/slide-names'
import { talkWordsOf } from '../../locales/all'
import { SLIDE } from '../browser/deck-page'
import { deck, editions } from '../deck'
import { deckElements, headElements, renderDocument } from './page-template'

/** Without JavaScript the way to the other slides is needed at once, and buttons are of no use. */
const WITHOUT_SCRIPT = '.prerendered-links{animation:none;opacity:1}.prerendered-stage button{visibility:hidden}'

/** Path of a slide's page below the base: the first one is the deck's own. */
export function slidePath(no: number): string {
  return no === 1 ? '' : `${no}/`
}

/** What a slide's page says of itself. */
function slideFacts({ slide, first }: SlideStates, head: Record<string, unknown>, stop: string): PageFacts {
  const detailed = [first.headline, first.description].filter(Boolean).join(stop)

  return {
    lang: String(head.lang),
    title: documentTitle({ no: slide.no, claim: first.headline }, String(head.title)),
    // Pages of the appendix share an exhibit, and so its finding.
    description: slide.frontmatter.act === deck.outsideTalk ? detailed : first.description,
    author: String(head.author),
    path: slidePath(slide.no),
    picture: { path: `og/${slide.id}.png`, ...SLIDE, alt: detailed },
  }
}

/** The way to the slides before and after, and where one is. */
function slideLinks({ base, site, edition }: EditionSite, no: number, total: number): VNode {
  const { labels } = talkWordsOf(edition.language)
  const link = (to: number, label: string, arrow: string) => to >= 1 && to <= total
    ? [h('a', { 'href': base + slidePath(to), 'rel': to < no ? 'prev' : 'next', 'aria-label': label }, arrow)]
    : []
  return h('nav', { 'class': 'prerendered-links', 'aria-label': labels.slides }, [
    ...link(no - 1, labels.previousSlide, '←'),
    h('span', `${no} / ${total}`),
    ...link(no + 1, labels.nextSlide, '→'),
    ...editions.filter(({ id }) => id !== edition.id).map(({ folder, language, name, sameSlide }) =>
      h('a', { 'href': site.base + folder + slidePath(no), 'hreflang': language, 'lang': language, 'aria-label': sameSlide }, name)),
  ])
}

/**
 * The page of a slide: the slide as captured in its first click state, over the place where the deck starts. Without JavaScript
 * nothing will be clicked, so that the last state stands there instead.
 */
export async function slidePage(
  site: EditionSite,
  state: SlideStates,
  slides: DeckSlide[],
  shell: Shell,
  styles: string[],
): Promise<string> {
  const { slide: { no }, first, last } = state
  const facts = slideFacts(state, slides[0]!.frontmatter, talkWordsOf(site.edition.language).labels.stop)
  const withoutScript = last
    ? `<style>${WITHOUT_SCRIPT}.prerendered-first{display:none}</style>`
    : `<style>${WITHOUT_SCRIPT}</style>`
  const stage = (html: string, name: string) => h('div', { class: `prerendered-stage ${name}`, innerHTML: html })
  return renderDocument(facts.lang, [
    ...headElements(site, facts),
    ...styles.map(href => h('link', { rel: 'stylesheet', href })),
    h('noscript', { innerHTML: withoutScript }),
  ], [
    h('div', { id: 'prerendered', class: 'prerendered' }, [
      h('main', [
        stage(first.html, 'prerendered-first'),
        ...last ? [h('noscript', { innerHTML: `<div class="prerendered-stage">${last.html}</div>` })] : [],
      ]),
      slideLinks(site, no, slides.length),
      h('div', { innerHTML: first.offer }),
    ]),
    h('div', { id: 'app' }),
    h('div', { id: 'mermaid-rendering-container' }),
    ...deckElements(shell),
  ])
}

/** A page that only starts the deck, for presenter view, overview and print. */
export function shellPage(site: EditionSite, facts: PageFacts, shell: Shell): Promise<string> {
  return renderDocument(facts.lang, [
    ...headElements(site, facts),
    ...[...shell.scripts.map(attributes => h('script', attributes)), ...shell.preloads.map(attributes => h('link', attributes))],
    ...shell.styles.map(attributes => h('link', attributes)),
  ], [h('div', { id: 'app' }), h('div', { id: 'mermaid-rendering-container' })])
}
