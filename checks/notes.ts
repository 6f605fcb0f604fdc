import type { Problem } from '../addon/deck'
import type { SlideSource } from '../addon/node'
import type { SlideRules } from './rules'
import { clickMarkers, lineAt, nearestTo, spokenMinutes } from '../addon/deck'
import { textClicks } from './components'
import { durationOf } from './front-matter'
import { fault, isTalk, quoted, unfinished } from './rules'

/** How far the notes of one slide, and of the whole talk, may be from the planned time, as a share of it. */
const SLIDE_TOLERANCE = 0.15
const TALK_TOLERANCE = 0.05

/** How often a note says to click: `[click:2]` is two clicks. */
export function clicksInNote(note: string): number {
  return Array.from(note.matchAll(/\[click(?::(\d+))?\]/g)).reduce((sum, [, count = '1']) => sum + Number(count), 0)
}

function* markerProblems(slide: SlideSource): Generator<Problem> {
  const { note = '', noteLine, file } = slide
  for (const { index, 0: marker, 1: word = '' } of note.matchAll(/\[([a-z]{4,7})(?::[^\]\n]*)?\](?!\()/gi)) {
    if (!/^\[click(?::\d+)?\]$/.test(marker) && nearestTo(word.toLowerCase(), ['click']) !== undefined)
      yield fault(slide, { file, line: lineAt(note, index, noteLine) }, 'notes', `expected [click] or [click:2], found ${marker}`)
  }
}

/** Where the slide, its text and its notes contradict each other; a misspelt mark, which nobody can count, comes first. */
function* clickProblems(slide: SlideSource): Generator<Problem> {
  const { note = '', frontmatter: { clicks }, noteLine, file } = slide
  const { count, isCertain } = textClicks(slide)
  if (clicks !== undefined && typeof clicks !== 'number')
    return
  const wanted = clicks ?? count
  const said = clicksInNote(note)
  const unsure = clicks === undefined && !isCertain
  if (unsure) {
    yield unfinished(
      slide,
      slide.placeOf('clicks'),
      'clicks',
      'expected how often the slide clicks, which its text alone does not tell, found none',
    )
  }
  else if (isCertain && wanted < count) {
    yield fault(slide, slide.placeOf('clicks'), 'clicks', `expected at least ${count}, for so often its text clicks, found ${wanted}`)
  }
  else if (said !== wanted) {
    yield unfinished(
      slide,
      clicks === undefined ? { file, line: noteLine } : slide.placeOf('clicks'),
      'clicks',
      `expected ${said}, as often as its notes say [click], found ${wanted}`,
    )
  }
}

function* noteProblems(slide: SlideSource, rules: SlideRules): Generator<Problem> {
  const { note, noteLine, file, content, contentLine } = slide
  const { ifAsked } = rules.speech
  const end = { file, line: lineAt(content, content.length, contentLine) }
  const markers = [...markerProblems(slide)]
  yield* markers
  if (!note) {
    const comment = content.search(/<!--/)
    yield comment === -1
      ? unfinished(slide, end, 'notes', 'expected notes in a comment at the end of the slide, found none')
      : unfinished(
          slide,
          { file, line: lineAt(content, comment, contentLine) },
          'notes',
          'expected the comment with the notes at the end of the slide, found more after it',
        )
    return
  }
  if (!note.split('\n').some(line => line.startsWith(ifAsked))) {
    yield unfinished(
      slide,
      { file, line: lineAt(note, note.length, noteLine) },
      'notes',
      `expected a last paragraph that begins with "${ifAsked.trim()}", found none`,
    )
  }
  if (markers.length === 0)
    yield* clickProblems(slide)
}

function* lengthProblems(slides: readonly SlideSource[], { speech, fill }: SlideRules): Generator<Problem> {
  const talk = slides.filter(slide => isTalk(slide) && slide.note)
  const duration = durationOf(slides[0])
  const longest = duration ?? Number.POSITIVE_INFINITY
  const isPlanned = ({ frontmatter: { minutes } }: SlideSource) => typeof minutes === 'number' && minutes > 0 && minutes <= longest
  if (!fill || !talk.every(isPlanned))
    return
  const spoken = talk.map(
    slide => ({ slide, planned: slide.frontmatter.minutes as number, said: spokenMinutes(fill(slide.note!), speech) }),
  )
  const off = spoken.filter(({ planned, said }) => Math.abs(said - planned) / planned > SLIDE_TOLERANCE)
  for (const { slide, planned, said } of off) {
    yield unfinished(
      slide,
      slide.placeOf('minutes'),
      'minutes',
      `expected about ${said.toFixed(1)}, as long as its notes take to say, found ${planned}`,
    )
  }
  if (off.length > 0 || duration === undefined || talk.length < slides.filter(isTalk).length)
    return
  const planned = slides[0]!.frontmatter.duration
  const whole = spoken.reduce((sum, { said }) => sum + said, 0)
  if (Math.abs(whole - duration) / duration > TALK_TOLERANCE) {
    yield unfinished(
      slides[0]!,
      slides[0]!.placeOf('duration'),
      'duration',
      `expected about ${whole.toFixed(0)} minutes, as long as the notes of the talk take to say, found ${quoted(planned)}`,
    )
  }
}

/** What the notes lack, and where they and the slide contradict each other. */
export function* notesProblems(slides: readonly SlideSource[], rules: SlideRules): Generator<Problem> {
  for (const slide of slides)
    yield* noteProblems(slide, rules)
  yield* lengthProblems(slides, rules)
}

/** The paragraphs of a note, as another edition must have them. */
export function noteShape(note: string): string[] {
  return note.split(/\n\s*\n/).map(paragraph => clickMarkers(paragraph) > 0 ? 'with a click' : 'without a click')
}
