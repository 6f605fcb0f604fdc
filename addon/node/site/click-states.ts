/**
 * Two click states of a slide in one copy: the last, which is there without scripts, and rules that show the first to whoever runs them. So
 * who reads a page without styles meets each sentence once. All of it runs in the page; elements are paired by a mark that the live ones
 * keep from state to state.
 */

/** What an element looks like as far as a click may change it. */
type Looks = Record<string, string>

/** What was copied of a slide in its first state. */
interface FirstState {
  copy: HTMLElement
  /** Of each element, by its mark. */
  looks: Map<string, Looks>
}

declare global {
  interface Window {
    firstState?: FirstState
    markElements: typeof markElements
    keepFirstState: typeof keepFirstState
    mergeFirstState: typeof mergeFirstState
    looksOf: (element: Element) => Looks
  }
}

/** Marks the elements of the live slide; copies of it have the marks, too. */
export function markElements(slide: HTMLElement): void {
  ;[slide, ...slide.querySelectorAll('*')].forEach((element, index) => element.setAttribute('data-first', String(index)))
  const names = ['opacity', 'display', 'clip-path', 'transform', 'translate', 'scale', 'rotate', 'visibility', 'stroke-width']
    .concat('stroke-dasharray', 'stroke-dashoffset', 'fill-opacity', 'stroke-opacity')
  window.looksOf = (element) => {
    const style = getComputedStyle(element)
    return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]))
  }
}

/** Keeps the first state, and takes the marks out of its copy: a slide without clicks is that alone. */
export function keepFirstState(slide: HTMLElement, copy: HTMLElement): string {
  const looks = Array.from([slide, ...slide.querySelectorAll('*')], (element): [string, Looks] =>
    [element.getAttribute('data-first')!, window.looksOf(element)])
  window.firstState = { copy: copy.cloneNode(true) as HTMLElement, looks: new Map(looks) }
  for (const element of [copy, ...copy.querySelectorAll('[data-first]')])
    element.removeAttribute('data-first')
  return ''
}

/**
 * Puts into a copy of the last state what only the first one has.
 * @returns rules that show the first state where scripts run
 */
export function mergeFirstState(slide: HTMLElement, copy: HTMLElement): string {
  // In the second pass over the slides, of which only pictures count, a slide may have no first state.
  const { copy: before, looks } = window.firstState ?? { copy, looks: new Map<string, Looks>() }
  const markOf = (element: Element | null) => element?.getAttribute('data-first') ?? ''
  const marked = (root: Element, mark: string) => mark === '' ? null : root.querySelector(`[data-first="${mark}"]`)
  // What takes effect on the content of an element, too.
  const isHandedDown = (name: string) => name === 'visibility' || /^(?:stroke|fill)-/.test(name)
  // What an element says by itself, without its looks, which are compared as computed.
  const saysOf = (element: Element) => [
    ...Array.from(element.childNodes, ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE ? textContent!.trim() : ''),
    ...Array.from(element.attributes, ({ name, value }) => /^(?:class|style|aria-.*)$/.test(name) ? '' : `${name}=${value}`),
  ].filter(Boolean).join()

  const rules: string[] = []
  for (const element of slide.querySelectorAll('[data-first]')) {
    const mark = markOf(element)
    const [own, first] = [marked(copy, mark), marked(before, mark)]
    // A canvas has become a picture of both states.
    if (!own || !first || own.tagName === 'PICTURE' || own.closest('[data-first="last"]'))
      continue
    if (saysOf(own) !== saysOf(first)) {
      first.setAttribute('data-first', 'first')
      own.setAttribute('data-first', 'last')
      own.before(first)
      continue
    }
    const [now, above] = [window.looksOf(element), element.parentElement!]
    const [thenAbove, nowAbove] = [looks.get(markOf(above)), window.looksOf(above)]
    const wasHidden = first.getAttribute('aria-hidden') === 'true' && own.getAttribute('aria-hidden') !== 'true'
    const declarations = Object.entries({ ...looks.get(mark), ...wasHidden && { visibility: 'hidden' } })
      .filter(([name, value]) => value !== now[name])
      .filter(([name, value]) => !isHandedDown(name) || thenAbove?.[name] !== value || nowAbove[name] !== now[name])
    if (declarations.length > 0)
      rules.push(`[data-first="${mark}"]{${declarations.map(([name, value]) => `${name}:${value}!important`).join(';')}}`)
  }

  // What came: the outermost of it, and not the parts of a picture.
  for (const added of copy.querySelectorAll(':not([data-first])')) {
    if (/^\d+$/.test(markOf(added.parentElement)) && !added.closest('picture, [data-first="first"], [data-first="last"]'))
      added.setAttribute('data-first', 'last')
  }
  // What went.
  for (const gone of before.querySelectorAll('[data-first]')) {
    const parent = marked(copy, markOf(gone.parentElement))
    if (!parent || markOf(gone) === 'first' || marked(copy, markOf(gone)))
      continue
    let next = gone.nextElementSibling
    while (next && !marked(parent, markOf(next)))
      next = next.nextElementSibling
    parent.insertBefore(gone, next && marked(parent, markOf(next)))
    gone.setAttribute('data-first', 'first')
  }
  if (marked(copy, 'last'))
    rules.push('[data-first="last"]{display:none!important}')
  for (const element of [copy, ...copy.querySelectorAll('[data-first]')]) {
    if (markOf(element) !== 'first' && !rules.some(rule => rule.startsWith(`[data-first="${markOf(element)}"]`)))
      element.removeAttribute('data-first')
  }
  return [
    rules.length > 0 ? `@media (scripting: enabled){${rules.join('')}}` : '',
    marked(copy, 'first') ? '@media (scripting: none){[data-first="first"]{display:none!important}}' : '',
  ].join('')
}
