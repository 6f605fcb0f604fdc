/**
 * Milliseconds that the focus rests on nothing. Orca says what gets the focus, unless that stands where it was reading: so the focus goes
 * to an empty place before the heading, which says nothing, and vanishes. The title is then said once, by the slide's announcement.
 */
const REST = 300

/** What may lose the focus to the slide: nothing in particular, or what is on a slide. */
function isFree(): boolean {
  const { activeElement } = document
  return !activeElement || activeElement === document.body || activeElement.closest('#slideshow, #prerendered') !== null
}

/**
 * Puts the place from which a screen reader reads on, and from which Tab goes, at the heading of the slide that is shown: what the page had
 * there is gone. Whoever works with a control, in a dialog or in the notes stays there, and so does a selection.
 * @param no the slide; where it is left out, that which is shown
 * @returns whether it is shown
 */
export function takeReadingPlace(no?: number): boolean {
  const slides = [...document.querySelectorAll<HTMLElement>(`#slideshow > [data-slidev-no${no === undefined ? '' : `="${no}"`}]`)]
  const slide = slides.find(slide => slide.checkVisibility({ visibilityProperty: true }) && slide.querySelector('.slidev-layout'))
  if (!slide)
    return false
  const heading = slide.querySelector<HTMLElement>('h1, h2, h3')
  if (!heading || slide.contains(document.activeElement) || !isFree() || getSelection()?.isCollapsed === false)
    return true
  // Its role is none that Orca names.
  const nothing = document.createElement('em')
  nothing.tabIndex = -1
  nothing.dataset.readingPlace = ''
  nothing.style.position = 'absolute'
  heading.before(nothing)
  nothing.focus({ preventScroll: true })
  setTimeout(() => {
    const isHere = document.activeElement === nothing
    nothing.remove()
    if (!isHere)
      return
    heading.dataset.readingPlace = ''
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, REST)
  return true
}
