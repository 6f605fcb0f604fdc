import { useNav } from '@slidev/client'
import { parseRangeString } from '@slidev/parser/utils'

/**
 * Lets a print page show the slides that its address asks for, such as `?range=9-11,13`. Slidev 52.20.1 reads that once, when navigation is
 * first used, and in this deck that is before its router knows the address (composables/useNav.ts of @slidev/client, `printRange`).
 * @returns numbers of the slides to print
 */
export function usePrintRange() {
  const { printRange, slides } = useNav()
  const range = new URLSearchParams(location.search).get('range')
  const wanted = range ? parseRangeString(slides.value.length, range).filter(no => no > 0 && no <= slides.value.length) : []
  // A range of no slide asks for nothing that could be meant.
  printRange.value = wanted.length > 0 ? wanted : slides.value.map(({ no }) => no)
  return printRange
}
