import type { CountedPosition } from './slide-position'

/** Name of the `<meta>` in which a page says how many minutes the version takes that is given. */
export const TALK_LENGTH = 'talk-minutes'

/** A slide as the plan of the talk sees it. */
export interface PlannedSlide {
  /** 1-based, as in its address. */
  readonly no: number
  /** Whether it lies outside of the talk's count and clock. */
  readonly isAppendix: boolean
  /** Minutes that the speaker plans for it. */
  readonly minutes: number
  /** Length in minutes of the shortest version of the talk that keeps it; Infinity when only the whole talk does. */
  readonly keep: number
}

/**
 * Reads the plan out of a slide's front matter: `act`, `minutes` and `keep`.
 * @param no of the slide
 * @param frontmatter of the slide
 * @param outsideTalk the act that has no clock
 */
export function plannedSlide(no: number, frontmatter: Readonly<Record<string, unknown>>, outsideTalk: string): PlannedSlide {
  const isAppendix = frontmatter.act === outsideTalk
  return {
    no,
    isAppendix,
    minutes: isAppendix ? 0 : Number(frontmatter.minutes ?? 0),
    keep: Number(frontmatter.keep ?? Number.POSITIVE_INFINITY),
  }
}

/** The slides of the talk itself, without the appendix. */
export function talkOf<T extends PlannedSlide>(slides: readonly T[]): T[] {
  return slides.filter(({ isAppendix }) => !isAppendix)
}

/** Planned minutes of these slides together. */
export function minutesOf(slides: readonly PlannedSlide[]): number {
  return slides.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Lengths in minutes of the shorter versions that the slides are marked for, the longest first. */
export function versionLengths(slides: readonly PlannedSlide[]): number[] {
  return [...new Set(talkOf(slides).map(({ keep }) => keep).filter(Number.isFinite))].sort((one, other) => other - one)
}

/** The talk's slides in a version of so many minutes: each version is a part of the next longer one. */
export function slidesOfVersion<T extends PlannedSlide>(slides: readonly T[], minutes: number): T[] {
  return talkOf(slides).filter(({ keep }) => keep <= minutes)
}

/** Whether a version of so many minutes leaves a slide out; the whole talk, of `Infinity`, leaves out none. */
export function isLeftOut({ isAppendix, keep }: PlannedSlide, minutes: number): boolean {
  return !isAppendix && keep > minutes
}

/** All slides of the deck as a version plans them: those that it leaves out take no time. */
export function planOfVersion<T extends PlannedSlide>(slides: readonly T[], minutes: number): T[] {
  return slides.map(slide => isLeftOut(slide, minutes) ? { ...slide, minutes: 0 } : slide)
}

/**
 * The number of the slide that follows in a version, or with `by` = -1 the one before. Where the version has none, it is the neighbour:
 * from a slide that is left out one must be able to leave.
 */
export function slideAfter(slides: readonly PlannedSlide[], no: number, by: 1 | -1, minutes: number): number {
  const isWanted = (slide: PlannedSlide) => !isLeftOut(slide, minutes) && (slide.no - no) * by > 0
  const found = by > 0 ? slides.find(isWanted) : slides.findLast(isWanted)
  return found?.no ?? no + by
}

/** How a running talk lies against its plan. `seconds` is 0 for `on-plan`. */
export interface Pace {
  readonly state: 'ahead' | 'on-plan' | 'behind'
  readonly seconds: number
}

/**
 * Compares the time that has passed with the plan. A click state has a share of its slide's minutes, and whoever is
 * in it at any moment of that share is on plan: a speaker who is explaining a slide is not late for it.
 * @param slides all slides of the deck
 * @param position where the speaker is
 * @param passed seconds since the talk began
 * @returns undefined in the appendix, which has no plan
 */
export function paceAt(slides: readonly PlannedSlide[], position: CountedPosition, passed: number): Pace | undefined {
  const { no, clicks, clicksTotal } = position
  const slide = slides.find(slide => slide.no === no)
  if (!slide || slide.isAppendix)
    return undefined
  const share = slide.minutes * 60 / (clicksTotal + 1)
  const start = minutesOf(slides.filter(slide => slide.no < no)) * 60 + share * Math.min(clicks, clicksTotal)
  const late = Math.floor(passed - (start + share))
  const early = Math.floor(start - passed)
  if (late > 0)
    return { state: 'behind', seconds: late }
  return early > 0 ? { state: 'ahead', seconds: early } : { state: 'on-plan', seconds: 0 }
}

/** Seconds as a clock shows them: `1:05`. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Whole seconds as a clock shows them that may run for hours: `1:02:05`. */
export function clockWithHours(seconds: number): string {
  const [hours, rest] = [Math.floor(seconds / 3600), Math.floor(seconds % 3600)]
  return hours ? `${hours}:${clock(rest).padStart(5, '0')}` : clock(rest)
}
