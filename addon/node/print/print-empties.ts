/**
 * Runs in a print page at rest: what shows nothing where something was asked for, by page. A built deck says nothing of a component
 * that it does not know: it leaves an element of that name, and an empty place.
 * @param names how messages call the pages
 * @param exhibits the exhibits that each page mounts
 */
export function printEmpties(names: string[], exhibits: readonly (readonly string[])[]): string[] {
  return [...document.querySelectorAll('.print-slide-container')].flatMap((slide, index) => {
    const unknown = [...slide.querySelectorAll('*')].filter(element => element instanceof HTMLUnknownElement
      || (element.localName.includes('-') && element instanceof HTMLElement && !customElements.get(element.localName)))
    // Its description for those who can't see it, and its button, show nothing themselves.
    const isDrawn = (part: Element) => part.matches('canvas, img') || part.querySelector('canvas, img, svg *') !== null
    const shows = (part: Element) => !part.matches('.sr-only, button') && (Boolean(part.textContent?.trim()) || isDrawn(part))
    const missing = (exhibits[index] ?? []).filter((name) => {
      const figures = [...slide.querySelectorAll(`[data-exhibit="${name}"]`)]
      return !figures.some(figure => [...figure.children].some(part => shows(part) || part.matches('svg:has(*)')))
    })
    return [
      ...unknown.map(({ localName }) => `nothing answers to <${localName}>`),
      ...missing.map(name => `${name} shows nothing`),
    ].map(fault => `slide ${names[index] ?? index + 1}: ${fault}`)
  })
}
