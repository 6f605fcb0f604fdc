/** Of a line in a slide's table, whose rows stand closest: what is more than that needs smaller type. */
const LEADING = 1.2

let isWatching = false

/** The theme's steps of type, `--type-…`, in pixels. */
function typeSteps(): [name: string, size: number][] {
  // A sheet of another host, as a reader's tool may add, can't be read.
  const sheets = Array.from(document.styleSheets).filter(({ href }) => href === null || href.startsWith(location.origin))
  const rules = sheets.flatMap(({ cssRules }) => Array.from(cssRules))
  const names = rules
    .flatMap(rule => rule instanceof CSSStyleRule && rule.selectorText.includes(':root') ? Array.from(rule.style) : [])
    .filter(name => name.startsWith('--type-'))
  const style = getComputedStyle(document.documentElement)
  return Array.from(new Set(names), (name): [string, number] => [name, Number.parseFloat(style.getPropertyValue(name))])
}

/** Titles are set closer than a line of text, and a line may end earlier than its room does. */
const SAFETY = 0.96

/** By how much text of the slides has to be smaller to need no more room than as it was drawn, where a reader spaces a line as this one. */
function fitOf(line: HTMLElement): number {
  const { fontSize, letterSpacing, wordSpacing, lineHeight, marginBottom } = getComputedStyle(line)
  const text = line.textContent
  const added = text.length * (Number.parseFloat(letterSpacing) || 0) + (text.split(' ').length - 1) * (Number.parseFloat(wordSpacing) || 0)
  const width = line.getBoundingClientRect().width
  const lines = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)
  const fit = Math.min((width - added) / width, LEADING / lines, Number.parseFloat(marginBottom) > 0 ? 0.9 : 1)
  return fit < 1 ? fit * SAFETY : 1
}

/**
 * A slide has a size of its own, in which text that a reader spaces out, by a style of the browser or an extension (WCAG 1.4.12), would be
 * cut or run into other text. So the type of slides becomes smaller by as much as it takes more room. What stands around them flows.
 */
export function fitSpacedText(): void {
  if (isWatching)
    return
  isWatching = true
  const style = document.head.appendChild(document.createElement('style'))
  const box = document.body.appendChild(document.createElement('div'))
  box.ariaHidden = 'true'
  box.style.cssText = 'position:fixed;top:0;left:0;display:flow-root;visibility:hidden'
  // A paragraph, as readers' styles name it, that says what the slide does, so that its letters are as wide.
  const line = box.appendChild(document.createElement('p'))
  line.textContent = document.title
  line.style.cssText = 'width:max-content;white-space:nowrap;margin:0;font:20px/1 var(--sans)'
  let before = 1
  new ResizeObserver(() => {
    const fit = fitOf(line)
    if (fit === before)
      return
    before = fit
    const steps = fit < 1 ? typeSteps().map(([name, size]) => `${name}:${(size * fit).toFixed(2)}px`) : []
    style.textContent = `.slidev-layout{${steps.join(';')}}`
  }).observe(box)
}
