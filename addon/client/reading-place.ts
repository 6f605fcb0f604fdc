/**
 * Milliseconds that the focus rests before a slide that comes. Orca says what gets the focus, and where it gets to when it reads on from
 * something that is gone, it says nothing. So the focus goes to an empty place before the slide, which vanishes: it then reads on from the
 * slide's heading, and the title is said once, by the slide's announcement.
 */
const REST = 1000

/** Its role is none that Orca names. */
const place = document.createElement('em')
place.tabIndex = -1
place.dataset.readingPlace = ''
place.style.cssText = 'position: absolute; outline: none'

let timer: ReturnType<typeof setTimeout> | undefined

/** What may lose the focus to the slide: nothing in particular, or what is on a slide. A selection stays. */
function isFree(): boolean {
  const { activeElement } = document
  return (!activeElement || activeElement === document.body || activeElement.closest('#slideshow, #prerendered') !== null)
    && getSelection()?.isCollapsed !== false
}

/**
 * Prepares the place before a slide goes: a reader who was on it is then there without a word. What goes with the focus would be said, too.
 */
export function prepareReadingPlace(): void {
  const { activeElement } = document
  if (!isFree() || activeElement === place)
    return
  if (activeElement instanceof HTMLElement)
    activeElement.blur()
  document.querySelector('#slideshow')?.prepend(place)
}

/**
 * Puts the place from which a screen reader reads on, and from which Tab goes, before the slide that is shown: what the page had there is
 * gone. Whoever works with a control, in a dialog or in the notes stays there, and so does a selection.
 * @param no the slide; where it is left out, that which is shown
 * @returns whether it is shown
 */
export function takeReadingPlace(no?: number): boolean {
  const slides = [...document.querySelectorAll<HTMLElement>(`#slideshow > [data-slidev-no${no === undefined ? '' : `="${no}"`}]`)]
  const slide = slides.find(slide => slide.checkVisibility({ visibilityProperty: true }) && slide.querySelector('.slidev-layout'))
  if (!slide)
    return false
  if (isFree()) {
    if (!place.isConnected)
      slide.parentElement!.prepend(place)
    place.focus({ preventScroll: true })
  }
  clearTimeout(timer)
  timer = setTimeout(() => {
    place.blur()
    place.remove()
  }, REST)
  return true
}
