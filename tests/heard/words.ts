/**
 * What is said, and what pages say, to be compared: screen readers say neither stops nor spaces, name
 * some dots, and have some letters in a plainer form.
 */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/ (?:middle )?dot /g, '.').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

/** What Orca says of a cell after the first sentence in it, which is "N." of a name. */
const WITHIN = /^(?:row|column) header$/

/** How often one text is in another. */
export function timesIn(said: readonly string[], text: string): number {
  const wanted = plain(text)
  return wanted === '' ? 0 : plain(said.filter(one => !WITHIN.test(one)).join(' ')).split(wanted).length - 1
}

/** What a page says of itself at a moment. */
export interface PageWords {
  /** The heading of the slide. */
  readonly title: string
  /** All pieces of text that the slide gives to a screen reader, in order: its text, and the names of its pictures. */
  readonly pieces: readonly string[]
  /** Names of the controls, and the slide's number among them. */
  readonly controls: readonly string[]
  /** The text of the last link of the page. */
  readonly last: string
  /** Names of what lies over it and holds the focus. */
  readonly dialogs: readonly string[]
  /** Texts of all live regions. */
  readonly live: readonly string[]
  /** Names of what the focus can reach, though something lies over it. */
  readonly covered: readonly string[]
  /** Whether what has the focus is in what lies over the slide. */
  readonly isFocusInDialog: boolean
}

/** Runs in the page. */
export function wordsOfPage(): PageWords {
  const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const isHidden = (element: Element) => element.closest('[aria-hidden="true"], [inert]') !== null
  const nameOf = (element: Element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
    const labelled = ids.map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim()
    return labelled || element.getAttribute('aria-label') || element.textContent.trim()
  }
  const slide = [...document.querySelectorAll('#slideshow > [data-slidev-no]')].find(isSeen)
  const pieces: string[] = []
  const read = (element: Element) => {
    if (!isSeen(element) || element.getAttribute('aria-hidden') === 'true')
      return
    const label = element.getAttribute('aria-label') ?? element.getAttribute('alt')
    if (element.matches('[role="img"], img, canvas')) {
      if (label)
        pieces.push(label)
      return
    }
    for (const node of element.childNodes) {
      if (node instanceof Element)
        read(node)
      else if (node instanceof Text && node.data.trim())
        pieces.push(node.data.trim())
    }
  }
  if (slide)
    read(slide)
  const dialogs = [...document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"]')].filter(isSeen)
  const isCovered = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    return top !== null && !element.contains(top) && !top.contains(element)
  }
  const modal = document.querySelector(':modal')
  const reachable = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')]
    .filter(element => element.tabIndex >= 0 && isSeen(element) && !isHidden(element) && (!modal || modal.contains(element)))
  // The live deck's, which fade in under a pointer, and are read without.
  const controls = [...document.querySelectorAll('#app nav :is(button, a[href], .talk-count)')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !isHidden(one))
  return {
    controls: controls.map(one => one.getAttribute('aria-label') ?? (one.getAttribute('title') || one.textContent.trim())),
    title: slide?.querySelector('h1')?.textContent.trim() ?? '',
    pieces,
    last: [...document.querySelectorAll('a[href]')].findLast(link => isSeen(link) && !isHidden(link))?.textContent.trim() ?? '',
    dialogs: dialogs.map(nameOf),
    live: [...document.querySelectorAll('[aria-live], [role="status"], [role="alert"], output')]
      .filter(region => !isHidden(region))
      .map(region => region.textContent.trim())
      .filter(Boolean),
    covered: reachable.filter(isCovered).map(nameOf),
    isFocusInDialog: dialogs.some(dialog => dialog.contains(document.activeElement)),
  }
}
