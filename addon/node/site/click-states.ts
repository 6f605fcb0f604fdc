/**
 * All click states of a slide in one copy: the last, which is there without scripts, and rules that show another one to whoever runs them,
 * by `data-step` of the document. So who reads a page without styles meets each sentence once. All of it runs in the page; elements are
 * paired by a mark that the live ones keep from state to state.
 */

/** What an element looks like as far as a click may change it. */
type Looks = Record<string, string>

/** What was copied of a slide in one of its states. */
interface State {
  step: number
  copy: HTMLElement
  /** Of each element, by its mark. */
  looks: Map<string, Looks>
}

declare global {
  interface Window {
    /** Of the slide that is captured, in their order. */
    clickStates: State[]
    markElements: typeof markElements
    keepState: typeof keepState
    mergeStates: typeof mergeStates
  }
}

/** Marks the elements of the live slide, as far as they have no mark yet; copies of it have the marks, too. */
export function markElements(slide: HTMLElement): void {
  const elements = [slide, ...slide.querySelectorAll('*')]
  let mark = Math.max(-1, ...elements.map(element => Number(element.getAttribute('data-part') ?? -1)))
  elements.filter(element => !element.hasAttribute('data-part')).forEach(element => element.setAttribute('data-part', String(++mark)))
}

/** Keeps a state of the slide. */
export function keepState(slide: HTMLElement, copy: HTMLElement, step: number): void {
  const names = ['opacity', 'display', 'clip-path', 'transform', 'translate', 'scale', 'rotate', 'visibility', 'stroke-width']
    .concat('stroke-dasharray', 'stroke-dashoffset', 'fill-opacity', 'stroke-opacity')
  const looks = Array.from([slide, ...slide.querySelectorAll('*')], (element): [string, Looks] => {
    const style = getComputedStyle(element)
    return [element.getAttribute('data-part')!, Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]))]
  })
  window.clickStates.push({ step, copy: copy.cloneNode(true) as HTMLElement, looks: new Map(looks) })
}

/**
 * Puts into a copy of the last state what only others have, and takes the marks away that nothing needs.
 * @param copy of the state that was kept last
 * @returns rules that show the others where scripts run
 */
export function mergeStates(copy: HTMLElement): string {
  const states = window.clickStates
  const last = states.at(-1)!
  const markOf = (element: Element | null) => element?.getAttribute('data-part') ?? ''
  const marked = (root: Element, mark: string) =>
    mark === '' ? null : markOf(root) === mark ? root : root.querySelector(`[data-part="${mark}"]`)
  const unmark = (element: Element) =>
    [element, ...element.querySelectorAll('[data-part]')].forEach(part => part.removeAttribute('data-part'))
  const listOf = (states: State[]) => states.map(({ step }) => step).join(' ')
  // What takes effect on the content of an element, too.
  const isHandedDown = (name: string) => name === 'visibility' || /^(?:stroke|fill)-/.test(name)
  // What an element says by itself, without its looks, which are compared as computed.
  const saysOf = (element: Element) => [
    ...Array.from(element.childNodes, ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE ? textContent!.trim() : ''),
    ...Array.from(element.attributes, ({ name, value }) => /^(?:class|style|data-shot|aria-.*)$/.test(name) ? '' : `${name}=${value}`),
  ].filter(Boolean).join()
  /** An element as each of some states has it, those together that have the same. */
  const variantsOf = (mark: string, states: State[]) => {
    const variants = new Map<string, { element: Element, states: State[] }>()
    for (const state of states) {
      const element = marked(state.copy, mark)!
      const variant = variants.get(element.outerHTML) ?? { element, states: [] }
      variant.states.push(state)
      variants.set(element.outerHTML, variant)
    }
    return [...variants.values()]
  }
  const addVariant = ({ element, states }: { element: Element, states: State[] }, parent: Element, before: Element | null) => {
    const variant = element.cloneNode(true) as Element
    unmark(variant)
    variant.setAttribute('data-on', listOf(states))
    parent.insertBefore(variant, before)
  }

  const rules: string[] = []
  const own = [copy, ...copy.querySelectorAll('[data-part]')]
  for (const element of own) {
    const mark = markOf(element)
    // Part of what stands there as a whole, or of a picture.
    if (mark === '' || element.parentElement?.closest('picture'))
      continue
    const having = states.filter(({ copy }) => marked(copy, mark))
    const aboveHaving = element === copy ? states : states.filter(({ copy }) => marked(copy, markOf(element.parentElement)))
    // What came.
    if (having.length < aboveHaving.length)
      element.setAttribute('data-on', listOf(having))
    if (element.tagName === 'PICTURE') {
      const shots = states.map(({ copy }) => marked(copy, mark) ?? element).map(picture => picture.getAttribute('data-shot')!)
      if (new Set(shots).size > 1) {
        element.setAttribute('data-shots', shots.join(' '))
        window.showShot(element, shots[0]!, shots.at(-1)!)
      }
      continue
    }
    if (having.some(({ copy }) => saysOf(marked(copy, mark)!) !== saysOf(element))) {
      for (const variant of variantsOf(mark, having)) {
        if (variant.states.includes(last)) {
          unmark(element)
          element.setAttribute('data-on', listOf(variant.states))
        }
        else {
          addVariant(variant, element.parentElement!, element)
        }
      }
      continue
    }
    const now = last.looks.get(mark)!
    const above = markOf(element.parentElement)
    const byLooks = new Map<string, State[]>()
    for (const state of having) {
      const before = marked(state.copy, mark)!
      const wasHidden = before.getAttribute('aria-hidden') === 'true' && element.getAttribute('aria-hidden') !== 'true'
      const declarations = Object.entries({ ...state.looks.get(mark), ...wasHidden && { visibility: 'hidden' } })
        .filter(([name, value]) => value !== now[name])
        .filter(([name, value]) =>
          !isHandedDown(name) || state.looks.get(above)?.[name] !== value || last.looks.get(above)?.[name] !== now[name])
        .map(([name, value]) => `${name}:${value}!important`)
        .join(';')
      byLooks.set(declarations, [...byLooks.get(declarations) ?? [], state])
    }
    byLooks.delete('')
    for (const [declarations, states] of byLooks)
      rules.push(`:is(${states.map(({ step }) => `[data-step="${step}"]`).join()}) [data-part="${mark}"]{${declarations}}`)
  }

  // What went.
  const gone = new Map<string, State[]>()
  for (const state of states) {
    for (const element of state.copy.querySelectorAll('[data-part]')) {
      const mark = markOf(element)
      if (!element.parentElement!.closest('picture') && !marked(last.copy, mark) && marked(copy, markOf(element.parentElement)))
        gone.set(mark, [...gone.get(mark) ?? [], state])
    }
  }
  for (const [mark, having] of gone) {
    const element = marked(having[0]!.copy, mark)!
    const parent = marked(copy, markOf(element.parentElement))!
    let next = element.nextElementSibling
    while (next && !marked(parent, markOf(next)))
      next = next.nextElementSibling
    for (const variant of variantsOf(mark, having))
      addVariant(variant, parent, next && marked(parent, markOf(next)))
  }

  for (const element of [copy, ...copy.querySelectorAll('[data-part]')]) {
    if (!rules.some(rule => rule.includes(`[data-part="${markOf(element)}"]`)))
      element.removeAttribute('data-part')
  }
  if (!copy.querySelector('[data-on]'))
    return rules.length > 0 ? `@media (scripting: enabled){${rules.join('')}}` : ''
  rules.push(...states.map(({ step }) => `[data-step="${step}"] [data-on]:not([data-on~="${step}"]){display:none!important}`))
  const others = `@media (scripting: none){[data-on]:not([data-on~="${last.step}"]){display:none!important}}`
  return `@media (scripting: enabled){${rules.join('')}}${others}`
}
