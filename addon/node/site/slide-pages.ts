import type { VNode } from 'vue'
import type { Shell, SlideStates } from './capture'
import type { PageFacts } from './page-template'
import type { EditionSite } from './site'
import { h } from 'vue'
import { documentTitle } from '../../lib/slide-names'
import { pageWordsOf, talkWordsOf } from '../../locales/all'
import { deck, editions } from '../deck'
import { earlyKeys, firstAnswers } from './first-answers'
import { deckElements, headElements, renderDocument } from './page-template'
import { SOCIAL } from './pictures'

/** Without JavaScript the way to the other slides is needed at once, and buttons are of no use. */
const WITHOUT_SCRIPT = '.prerendered-links{animation:none;opacity:1}.prerendered-stage button{visibility:hidden}'

/** Of the line that is seen where the deck has not come for long: no style sheet of the deck has it. */
const LATE = [
  '.prerendered-late{position:absolute;bottom:0;left:0;margin:0;padding:8px 16px;background:var(--paper)}',
  '.prerendered-late{color:var(--quiet);font:var(--type-note) var(--sans)}',
  '.prerendered-late a{color:var(--focus);text-decoration:underline}',
  'body:has(.reading-offer) .prerendered-late{z-index:12}',
].join('')

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
    picture: { path: `og/${slide.id}.png`, ...SOCIAL, alt: detailed },
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
    h('span', ` ${no} / ${total} `),
    ...link(no + 1, labels.nextSlide, '→'),
    // Without styles, too, each is a word of its own.
    ...editions.filter(({ id }) => id !== edition.id).flatMap(({ folder, language, name, sameSlide }) => [
      ' ',
      h('a', { 'href': site.base + folder + slidePath(no), 'hreflang': language, 'lang': language, 'aria-label': sameSlide }, name),
    ]),
  ])
}

/** What the first script of a slide's page has to know. */
function facts({ base, site, edition }: EditionSite, no: number, { states, toggles }: SlidePageParts): Record<string, string | number> {
  const others = editions.slice(editions.indexOf(edition) + 1).concat(editions.slice(0, editions.indexOf(edition)))
  return {
    'data-no': no,
    'data-base': base,
    'data-steps': states.map(({ steps }) => steps.join('-')).join(' '),
    'data-others': others.map(({ id, folder }) => `${id} ${site.base}${folder}`).join(' '),
    'data-keys': toggles.join(''),
    'data-talk': `${deck.name} - position`,
  }
}

/** What the pages of all slides are made of. */
export interface SlidePageParts {
  states: SlideStates[]
  shell: Shell
  /** Addresses of the deck's style sheets, in the order of the cascade. */
  styles: string[]
  /** Keys that turn something of the deck on and off. */
  toggles: string[]
}

/**
 * The page of a slide: the slide as captured in its last click state, over the place where the deck starts. Without JavaScript nothing
 * will be clicked, so that it stands there as it is; where scripts run, rules show its first state, and the others as the visitor steps.
 */
export async function slidePage(site: EditionSite, state: SlideStates, parts: SlidePageParts): Promise<string> {
  const { slide: { no }, first, last: { html, rules }, steps } = state
  const { states, shell, styles } = parts
  const { labels } = talkWordsOf(site.edition.language)
  const page = slideFacts(state, states[0]!.slide.frontmatter, labels.stop)
  const words = pageWordsOf(site.edition.language)
  return renderDocument(page.lang, [
    ...headElements(site, page),
    h('script', { ...facts(site, no, parts), innerHTML: firstAnswers.script }),
    ...styles.map(href => h('link', { rel: 'stylesheet', href })),
    h('noscript', { innerHTML: `<style>${WITHOUT_SCRIPT}</style>` }),
    // Also where it is empty: pages take each other's place part by part.
    h('style', { 'data-prerendered': '', 'innerHTML': LATE + rules }),
  ], [
    h('div', { id: 'prerendered', class: 'prerendered' }, [
      h('main', [h('div', { class: 'prerendered-stage', innerHTML: html })]),
      slideLinks(site, no, states.length),
      h('p', { class: 'prerendered-late', role: 'status', hidden: '' }, [words.late, ' ', h('a', { href: '' }, words.loadAgain)]),
      h('div', { innerHTML: first.offer }),
    ]),
    h('div', { id: 'app' }),
    h('div', { id: 'mermaid-rendering-container' }),
    ...deckElements(shell),
  ], { 'data-step': steps[0] })
}

/** The stage is as high as the window and hides the rest; what takes its place without scripts is a text. */
const SHELL_WITHOUT_SCRIPT = [
  'html,body{height:auto;overflow:visible;background:var(--paper)}',
  '.without-script{box-sizing:border-box;max-width:40rem;margin:0 auto;padding:12vh 1.5rem 3rem}',
  '.without-script{color:var(--ink);font:400 1.25rem/1.5 var(--sans)}',
  'h1{margin:0 0 .5rem;font:500 2rem/1.2 var(--serif)}p{margin:0 0 1rem}a{color:var(--focus);text-decoration:underline}',
  'section+section{margin-top:3rem}#app,#mermaid-rendering-container{display:none}',
].join('')

/** What a page that only starts the deck says without JavaScript: in its language, or in all where nobody knows the reader's. */
function withoutScript({ base, site, edition }: EditionSite, isMissing: boolean): VNode {
  const said = isMissing ? [edition, ...editions.filter(({ id }) => id !== edition.id)] : [edition]
  const sections = said.map(({ language, folder }) => {
    const words = pageWordsOf(language)
    return h('section', { lang: language }, [
      h('h1', isMissing ? words.missing : words.needsScripts),
      h('p', isMissing ? words.missingWhy : words.needsScriptsWhy),
      h('p', [h('a', { href: isMissing ? site.base + folder : base }, words.toFirstSlide)]),
    ])
  })
  // The element `main` may not stand there.
  return h('noscript', [h('div', { class: 'without-script', role: 'main' }, sections)])
}

/** The page for an address that has none. */
export function missingPage(site: EditionSite, facts: PageFacts, shell: Shell): Promise<string> {
  return shellPage(site, { ...facts, title: `${pageWordsOf(facts.lang).missing} · ${facts.title}` }, shell, true)
}

/** A page that only starts the deck, for presenter view, overview and print. */
export function shellPage(site: EditionSite, facts: PageFacts, shell: Shell, isMissing = false): Promise<string> {
  return renderDocument(facts.lang, [
    ...headElements(site, facts),
    ...facts.path.startsWith('presenter/') ? [h('script', { 'data-base': site.base, 'innerHTML': earlyKeys.script })] : [],
    ...[...shell.scripts.map(attributes => h('script', attributes)), ...shell.preloads.map(attributes => h('link', attributes))],
    ...shell.styles.map(attributes => h('link', attributes)),
    h('noscript', { innerHTML: `<style>${SHELL_WITHOUT_SCRIPT}</style>` }),
  ], [h('div', { id: 'app' }), h('div', { id: 'mermaid-rendering-container' }), withoutScript(site, isMissing)])
}
