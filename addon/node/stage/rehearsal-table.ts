import type { PlannedSlide } from '../../lib/talk-plan'
import Table from 'cli-table3'
import { clock } from '../../lib/talk-plan'

/** A slide as the speaker rehearses it. */
export interface RehearsalSlide extends PlannedSlide {
  readonly act: string
  readonly claim: string
  /** Words said aloud. */
  readonly wordCount: number
}

/** Room for the claim in a terminal too narrow for the table. */
const NARROWEST_CLAIM = 16
const ACT_WIDTH = 12
/** A cell's padding and its line at the right. */
const CELL = 3

interface Column {
  readonly head: string
  /** Characters; the claim takes what is left. */
  readonly width?: number
  readonly align?: 'left' | 'right'
  /** @param started seconds into the talk at which the slide begins */
  readonly cell: (slide: RehearsalSlide, started: number, next: RehearsalSlide | undefined) => string
}

const COMMON: readonly Column[] = [
  { head: '#', width: 2, align: 'right', cell: ({ no }) => String(no) },
  { head: 'act', width: ACT_WIDTH, cell: ({ act }) => act },
  { head: 'claim', cell: ({ claim }) => claim },
  { head: 'words', width: 5, align: 'right', cell: slide => String(slide.wordCount) },
  { head: 'min', width: 4, align: 'right', cell: ({ minutes }) => minutes.toFixed(1) },
  { head: 'clock', width: 5, align: 'right', cell: (_, started) => clock(started) },
]

/** A table as wide as the terminal, in which the claims wrap. */
function table(slides: readonly RehearsalSlide[], columns: readonly Column[], terminal: number): string {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width + CELL, 1)
  const claim = Math.max(NARROWEST_CLAIM, terminal - fixed)
  const view = new Table({
    head: columns.map(({ head }) => head),
    colWidths: columns.map(({ width = claim }) => width + CELL - 1),
    colAligns: columns.map(({ align = 'left' }) => align),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  })
  let started = 0
  slides.forEach((slide, index) => {
    view.push(columns.map(({ cell }) => cell(slide, started, slides[index + 1])))
    started += slide.minutes * 60
  })
  return view.toString()
}

/**
 * The whole talk: each slide with its act, claim, words, minutes and the clock at which it begins, and whether a shorter version skips it.
 * @param talk slides without the appendix
 * @param versions lengths of the shorter versions, in minutes
 * @param terminal its width in characters
 */
export function planTable(talk: readonly RehearsalSlide[], versions: readonly number[], terminal: number): string {
  const skipped = versions.map((minutes): Column => ({ head: `${minutes}'`, width: 4, cell: ({ keep }) => keep <= minutes ? '' : 'skip' }))
  return table(talk, [...COMMON, ...skipped], terminal)
}

/** One shorter version with its own clock; the last column has the keys that lead over skipped slides. */
export function versionTable(kept: readonly RehearsalSlide[], terminal: number): string {
  const keys: Column = { head: 'then', width: 10, cell: ({ no }, _, next) => next && next.no !== no + 1 ? `G ${next.no} Enter` : '' }
  return table(kept, [...COMMON, keys], terminal)
}
