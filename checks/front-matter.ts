import type { Problem } from '../addon/deck'
import type { SlideSource } from '../addon/node'
import type { SlideRules } from './rules'
import { parseTimeString } from '@slidev/parser/utils'
import { nearestTo } from '../addon/deck'
import { APPENDIX, fault, isTalk, listed, quoted, unfinished } from './rules'
import { HEAD_KEYS, LAYOUT_KEYS, OWN_KEYS, SLIDE_KEYS } from './slide-keys'

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const ANY_SLIDE: readonly string[] = [...OWN_KEYS, ...SLIDE_KEYS, ...LAYOUT_KEYS]
const FIRST_SLIDE: readonly string[] = [...ANY_SLIDE, 'lang', ...HEAD_KEYS]
/** What the deck relies on in the first slide's front matter: documents, pages and the clock need it. */
const DOCUMENT_KEYS = ['title', 'info', 'author', 'keywords', 'lang', 'htmlAttrs', 'exportFilename'] as const
const HEADMATTER = [...DOCUMENT_KEYS, 'theme', 'canvasWidth', 'aspectRatio', 'duration'] as const

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** The planned minutes of the whole talk, from `duration`; undefined where it is missing or no time. */
export function durationOf(head: SlideSource | undefined): number | undefined {
  const duration = head?.frontmatter.duration
  try {
    const { seconds } = parseTimeString(duration as string)
    return seconds > 0 ? seconds / 60 : undefined
  }
  catch {
    return undefined
  }
}

function* keyProblems(slide: SlideSource, isFirst: boolean): Generator<Problem> {
  const known = isFirst ? FIRST_SLIDE : ANY_SLIDE
  for (const key of Object.keys(slide.frontmatter).filter(key => !known.includes(key))) {
    const expected = FIRST_SLIDE.includes(key)
      ? 'expected it in the front matter of the first slide, for it is of the whole deck'
      : 'expected a key that the deck or Slidev reads'
    yield fault(slide, slide.placeOf(key), key, expected, { nearest: nearestTo(key, known) })
  }
}

function* idProblems(slides: readonly SlideSource[]): Generator<Problem> {
  const first = new Map<string, SlideSource>()
  for (const slide of slides) {
    const { id } = slide.frontmatter
    const place = slide.placeOf('id')
    if (isMissing(id)) {
      yield unfinished(slide, place, 'id', 'expected an id of its own, such as "headcount-chart", found none')
      continue
    }
    const twin = first.get(slide.name)
    if (!ID.test(slide.name))
      yield fault(slide, place, 'id', `expected lower-case words joined by hyphens, found ${quoted(id)}`)
    if (twin) {
      yield fault(
        slide,
        place,
        'id',
        `expected an id of its own, found that of the slide at ${twin.placeOf('id').file}:${twin.placeOf('id').line}`,
      )
    }
    else {
      first.set(slide.name, slide)
    }
  }
}

function* actProblems(slides: readonly SlideSource[], { acts }: SlideRules): Generator<Problem> {
  let furthest = 0
  for (const slide of slides) {
    const { act } = slide.frontmatter
    const at = acts.indexOf(String(act))
    if (isMissing(act)) {
      yield unfinished(slide, slide.placeOf('act'), 'act', `expected one of ${listed(acts)}, found none`)
    }
    else if (at === -1) {
      yield fault(
        slide,
        slide.placeOf('act'),
        'act',
        `expected one of ${listed(acts)}, found ${quoted(act)}`,
        { nearest: nearestTo(String(act), acts) },
      )
    }
    else if (at < furthest) {
      yield fault(slide, slide.placeOf('act'), 'act', `expected ${listed(acts.slice(furthest))} after the slide before it, found "${act}"`)
    }
    furthest = Math.max(furthest, at)
  }
}

/** Acts that no slide belongs to; not while an act is misspelt, which may be the one. */
function* emptyActs(slides: readonly SlideSource[], { acts }: SlideRules): Generator<Problem> {
  const used = slides.map(({ frontmatter }) => String(frontmatter.act))
  if (!used.every(act => acts.includes(act)))
    return
  for (const act of acts.filter(act => !used.includes(act)))
    yield { file: slides[0]!.file, field: 'act', expected: `expected a slide in each act, found none in "${act}"`, severity: 'unfinished' }
}

function* minutesProblems(slide: SlideSource, duration: number): Generator<Problem> {
  const { minutes } = slide.frontmatter
  const expected = isTalk(slide)
    ? 'expected a positive number of minutes such as 0.8'
    : 'expected 0, for the appendix lies outside of the clock'
  if (isMissing(minutes))
    yield unfinished(slide, slide.placeOf('minutes'), 'minutes', `${expected}, found none`)
  else if (!isNumber(minutes) || (isTalk(slide) ? minutes <= 0 : minutes !== 0))
    yield fault(slide, slide.placeOf('minutes'), 'minutes', `${expected}, found ${quoted(minutes)}`)
  else if (minutes > duration)
    yield fault(slide, slide.placeOf('minutes'), 'minutes', `expected at most the ${duration} minutes of the whole talk, found ${minutes}`)
}

function* keepProblems(slide: SlideSource, duration: number): Generator<Problem> {
  const { keep } = slide.frontmatter
  if (keep === undefined)
    return
  if (!isNumber(keep) || keep <= 0) {
    yield fault(
      slide,
      slide.placeOf('keep'),
      'keep',
      `expected the minutes of the shortest version with this slide, such as 10, found ${quoted(keep)}`,
    )
  }
  else if (keep > duration) {
    yield fault(slide, slide.placeOf('keep'), 'keep', `expected at most the ${duration} minutes of the whole talk, found ${keep}`)
  }
}

function* backupProblems(slide: SlideSource, slides: readonly SlideSource[]): Generator<Problem> {
  const { backup } = slide.frontmatter
  const pages = slides.filter(slide => !isTalk(slide)).map(({ name }) => name)
  if (backup !== undefined && !pages.includes(String(backup))) {
    yield fault(
      slide,
      slide.placeOf('backup'),
      'backup',
      `expected the id of a slide in the act "${APPENDIX}", found ${quoted(backup)}`,
      { nearest: nearestTo(String(backup), pages) },
    )
  }
}

function* layoutProblems(slide: SlideSource, { vocabulary }: SlideRules): Generator<Problem> {
  const { layout } = slide.frontmatter
  if (layout !== undefined && !vocabulary.layouts.includes(String(layout))) {
    yield fault(
      slide,
      slide.placeOf('layout'),
      'layout',
      `expected a layout, found ${quoted(layout)}`,
      { nearest: nearestTo(String(layout), vocabulary.layouts) },
    )
  }
}

function* clicksProblems(slide: SlideSource): Generator<Problem> {
  const { clicks } = slide.frontmatter
  if (clicks !== undefined && !(isNumber(clicks) && Number.isInteger(clicks) && clicks >= 0))
    yield fault(slide, slide.placeOf('clicks'), 'clicks', `expected a whole number of clicks such as 2, found ${quoted(clicks)}`)
}

function* packageProblems(slide: SlideSource, { vocabulary }: SlideRules): Generator<Problem> {
  const { theme, addons } = slide.frontmatter
  if (!isMissing(theme) && !vocabulary.isInstalled('theme', String(theme))) {
    yield fault(
      slide,
      slide.placeOf('theme'),
      'theme',
      `expected an installed theme, found ${quoted(theme)}`,
      { nearest: nearestTo(String(theme), ['default', 'none']) },
    )
  }
  for (const name of [addons ?? []].flat().map(String)) {
    if (!vocabulary.isInstalled('addon', name))
      yield fault(slide, slide.placeOf('addons'), 'addons', `expected an installed add-on, found ${quoted(name)}`)
  }
}

function* headProblems(slide: SlideSource, { headmatter }: SlideRules): Generator<Problem> {
  for (const key of HEADMATTER) {
    if (isMissing(slide.frontmatter[key]))
      yield unfinished(slide, slide.placeOf(key), key, 'expected it in the front matter of the first slide, found none')
  }
  for (const [key, wanted] of Object.entries(headmatter)) {
    const found = slide.frontmatter[key]
    if (found !== undefined && JSON.stringify(found) !== JSON.stringify(wanted))
      yield fault(slide, slide.placeOf(key), key, `expected ${quoted(wanted)}, found ${quoted(found)}`)
  }
  if (!isMissing(slide.frontmatter.duration) && durationOf(slide) === undefined) {
    yield fault(
      slide,
      slide.placeOf('duration'),
      'duration',
      `expected the time of the whole talk such as "20min", found ${quoted(slide.frontmatter.duration)}`,
    )
  }
}

/** What is wrong with the front matter of the slides. */
export function* frontMatterProblems(slides: readonly SlideSource[], rules: SlideRules): Generator<Problem> {
  const duration = durationOf(slides[0]) ?? Number.POSITIVE_INFINITY
  if (slides[0])
    yield* [...headProblems(slides[0], rules), ...packageProblems(slides[0], rules)]
  yield* idProblems(slides)
  yield* actProblems(slides, rules)
  for (const slide of slides) {
    yield* keyProblems(slide, slide === slides[0])
    yield* minutesProblems(slide, duration)
    yield* keepProblems(slide, duration)
    yield* backupProblems(slide, slides)
    yield* layoutProblems(slide, rules)
    yield* clicksProblems(slide)
  }
  if (slides.length > 0)
    yield* emptyActs(slides, rules)
}
