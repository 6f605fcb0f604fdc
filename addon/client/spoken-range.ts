/**
 * What is said at a click: from its mark in the note to the next one, without the paragraph for questions.
 * @param note as Slidev shows it
 * @param clicks how many have been made on the slide
 * @param ifAsked how the paragraph for questions begins
 */
export function spokenRange(note: HTMLElement, clicks: number, ifAsked: string): Range {
  const range = document.createRange()
  range.selectNodeContents(note)
  const marks = [...note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')]
  const isPast = (mark: HTMLElement) => Number(mark.dataset.clicks) <= clicks
  const [now, next] = [marks.findLast(isPast), marks.find(mark => !isPast(mark))]
  const answer = [...note.children].find(({ textContent }) => textContent.trimStart().startsWith(ifAsked.trimEnd()))
  if (now)
    range.setStartBefore(now)
  const end = next ?? answer
  // Nothing is said before an answer where the note has nothing else.
  if (end && range.comparePoint(end.parentNode!, [...end.parentNode!.childNodes].indexOf(end)) === 0 && end !== note.firstElementChild)
    range.setEndBefore(end)
  return range
}
