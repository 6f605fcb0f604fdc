import type { SlidevButton } from '../locales/types'
import { useDrawings } from '@slidev/client'
import { useEventListener, useMutationObserver } from '@vueuse/core'
import { watch } from 'vue'
import { inEdition, sayInEdition } from '../client/slidev-words'
import { fill } from '../lib/fill'
import { isForeign } from '../lib/key-strokes'
import { words } from '../locales'
import '../styles/views.css'

/** A part of one of Slidev's views, and what it lacks for those who cannot see it. */
interface Part {
  /** CSS selector. */
  readonly at: string
  readonly attributes: Readonly<Record<string, string>>
}

const { controls, overview, parts, penColours, viewTitles } = words.stage
const nameOf = (name: SlidevButton) => inEdition(name) ?? name
const landmark = (role: string, name: string) => ({ role, 'aria-label': name })
const pressable = (role: string, name?: string) => ({ role, 'tabindex': '0', 'data-pressable': '', ...name && { 'aria-label': name } })

/** Each view gets one `main`, and a landmark around whatever else it shows. Selectors are those of Slidev 52.20. */
const PARTS: readonly Part[] = [
  { at: '#page-root #slide-content, .slidev-presenter .grid-section.main', attributes: { role: 'main' } },
  { at: 'nav:has(> div > .slidev-icon-btn)', attributes: { 'aria-label': controls } },
  { at: '.slidev-presenter .grid-section.next', attributes: landmark('complementary', parts.nextStep) },
  { at: '.slidev-presenter .grid-section.note', attributes: landmark('complementary', parts.notes) },
  { at: '.slidev-presenter .grid-section.bottom', attributes: landmark('region', parts.clock) },
  // A picture of what comes: its buttons and links are not to be pressed.
  { at: '.slidev-presenter .grid-section.next .slidev-slide-content', attributes: { inert: '' } },
  // What is drawn on a slide: lines without words.
  { at: '#slide-content > svg, .slidev-slide-content > svg', attributes: { 'aria-hidden': 'true' } },
  // It scrolls, so that the keyboard must reach it.
  { at: '.slidev-presenter .grid-section.note .slidev-note', attributes: { tabindex: '0' } },
  // Slidev's info dialog.
  { at: '#app .z-modal:has(> div > .slidev-info-dialog)', attributes: landmark('region', parts.info) },
  // What Slidev lets only a pointer press.
  { at: '.slidev-presenter .bottom .cursor-pointer .relative', attributes: pressable('button', parts.startClock) },
  { at: '.slidev-presenter .bottom .cursor-pointer .relative + div', attributes: pressable('button', parts.resetClock) },
  { at: '.menu-panel .select-list .item', attributes: pressable('button') },
  // The width of the pen, a range beside a number.
  { at: '.v-popper__popper input[type=range]', attributes: { 'aria-label': nameOf('Adjust stroke width') } },
  // The pages /overview and /notes.
  { at: '#app > div > main + .absolute', attributes: landmark('complementary', parts.counts) },
  { at: '#app > div > nav:has(+ main)', attributes: { 'aria-label': overview } },
  { at: '#app > div:not(.slidev-presenter) > .overflow-auto:has(> .slidev-note)', attributes: { role: 'main', tabindex: '0' } },
  { at: '#app > div > .overflow-auto:has(> .slidev-note) + div', attributes: landmark('complementary', parts.counts) },
  { at: '#app > div > .overflow-auto:has(> .slidev-note) + div + div', attributes: landmark('region', controls) },
]

function nameAll(): void {
  for (const { at, attributes } of PARTS) {
    for (const element of document.querySelectorAll(at)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (!element.hasAttribute(name))
          element.setAttribute(name, value)
      }
    }
  }
}

const UNHEARD = '.sr-only, [aria-hidden="true"]'
const BUTTONS = '#app .slidev-icon-btn:is([title], [data-original-title])'

/** What a pen draws, and what its button says. */
const TOOLS: Readonly<Record<string, SlidevButton>> = {
  stylus: 'Draw with stylus',
  line: 'Draw a line',
  arrow: 'Draw an arrow',
  ellipse: 'Draw an ellipse',
  rectangle: 'Draw a rectangle',
  eraseLine: 'Erase',
}

/**
 * Says a button's name in the language of the edition, and once: as a title alone, which is name and tooltip. Slidev also writes it into
 * the button, and the title would be said again as a description. It writes its own again when what the button does changes.
 *
 * `hidden`, not `aria-hidden`: where such a text says the same as the title, Chromium 156 tells no name at all
 * (findings/chromium-title-equal-to-hidden-text.sh).
 */
function nameButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>(BUTTONS)) {
    // Floating-vue takes the title of what it anchors to.
    const title = button.title || button.dataset.originalTitle!
    const name = inEdition(title) ?? title
    button.querySelector(':scope > .sr-only')?.setAttribute('hidden', '')
    const heard = [...button.childNodes].filter(part => !(part instanceof Element && part.matches(UNHEARD)))
    const shown = heard.map(({ textContent }) => textContent).join('').trim()
    // What it shows goes before its title.
    if (shown) {
      button.setAttribute('aria-label', `${name} ${shown}`)
      button.removeAttribute('title')
    }
    else if (button.title !== name) {
      button.title = name
    }
  }
}

/** Slidev names all colours of the pen alike, and tells by looks alone which one is chosen, and which tool. */
function namePen({ brush, brushColors, drawingMode }: ReturnType<typeof useDrawings>): void {
  const chosen = TOOLS[drawingMode.value]
  const tools = new Set(Object.values(TOOLS).map(nameOf))
  for (const button of document.querySelectorAll<HTMLElement>(BUTTONS)) {
    if (tools.has(button.title))
      button.ariaPressed = String(button.title === (chosen && nameOf(chosen)))
  }
  const ofColour = document.querySelectorAll<HTMLElement>('#app .slidev-icon-btn:has(> .w-6.h-6)')
  ofColour.forEach((button, index) => {
    const name = `${nameOf('Set brush color')}${words.labels.colon}${penColours[index % brushColors.length]}`
    if (button.title !== name)
      button.title = name
    button.ariaPressed = String(drawingMode.value !== 'eraseLine' && brush.value.color === brushColors[index % brushColors.length])
  })
}

/** The views that Slidev names, in English. */
function nameView(): void {
  const [, view, title] = /^(Overview|Notes) - (.+?)(?: - Slidev)?$/s.exec(document.title) ?? []
  if (title)
    document.title = fill(view === 'Notes' ? viewTitles.notes : viewTitles.overview, { title })
}

/** Enter and Space press what got the role of a button here, and are nobody else's then. */
function press(event: KeyboardEvent): void {
  const { activeElement } = document
  if (!activeElement?.hasAttribute('data-pressable') || ![' ', 'Enter'].includes(event.key) || isForeign(event))
    return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!event.repeat)
    (activeElement as HTMLElement).click()
}

/** What changes often, each second or with each step, and holds nothing that is named here. */
const NAMELESS = '.speaker-clock, .slidev-presenter .bottom .font-mono, .slidev-slide-content .slidev-layout'

/** Gives the parts of Slidev's views roles and names, in the language of the edition, as soon as they are there. */
export function nameParts(): void {
  const drawings = useDrawings()
  useEventListener(window, 'keydown', press, { capture: true })
  let isDue = false
  const nameSoon = () => {
    if (isDue)
      return
    isDue = true
    requestAnimationFrame(() => {
      isDue = false
      nameAll()
      nameButtons()
      namePen(drawings)
      nameView()
      sayInEdition(document.querySelector('#app')!)
    })
  }
  nameSoon()
  watch([drawings.drawingMode, drawings.brush, drawings.drawingEnabled], nameSoon, { deep: true })
  const look = (records: MutationRecord[]) =>
    records.some(({ target }) => !(target instanceof Element && target.closest(NAMELESS))) && nameSoon()
  useMutationObserver([document.querySelector<HTMLElement>('#app'), document.querySelector<HTMLElement>('title')], look, {
    childList: true,
    subtree: true,
    attributeFilter: ['title'],
  })
}
