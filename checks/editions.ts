import type { Problem } from '../addon/deck'
import type { DeckSource, SlideSource } from '../addon/node'
import { nearestTo } from '../addon/deck'
import { markupOf } from '../figures/slide-markup'
import { clicksInNote, noteShape } from './notes'
import { quoted, unfinished } from './rules'
import { tokenIds } from './tokens'

/** Whether a field of a slide has no problem of its own: a front matter key, `component`, `text` or `notes`. */
export type SoundTest = (slide: SlideSource, field: string) => boolean

/** Front matter that is in a language. */
const IN_WORDS = ['title', 'name', 'info', 'author', 'keywords', 'lang', 'htmlAttrs', 'exportFilename', 'titleTemplate']

/** The opening tags of a slide's components, with their attributes. */
function componentTags(slide: SlideSource): string[] {
  const components = markupOf(slide).tags.filter(({ name }) => /[A-Z-]/.test(name))
  return components.map(({ node: { loc } }) => loc.source.slice(0, loc.source.indexOf('>') + 1).replace(/\s+/g, ' '))
}

/** What stands more often in the one list than in the other. */
function surplus(own: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return own.filter((item) => {
    const at = left.indexOf(item)
    if (at !== -1)
      left.splice(at, 1)
    return at === -1
  })
}

/** Where the two differ, as a sentence says it: what the first has and the own one lacks, or the other way round. */
function difference(own: readonly string[], first: readonly string[], place: string, name: (item: string) => string): string | undefined {
  const [missing] = surplus(first, own)
  const [extra] = surplus(own, first)
  if (missing !== undefined)
    return `expected ${name(missing)} as at ${place}, found ${extra === undefined ? 'none' : name(extra)}`
  return extra === undefined ? undefined : `expected what stands at ${place}, found ${name(extra)}, which is not there`
}

function* pairProblems(own: SlideSource, first: SlideSource, isSound: SoundTest): Generator<Problem> {
  const comparable = (field: string) => isSound(own, field) && isSound(first, field)
  const at = (line: number) => `${first.file}:${line}`
  const keys = new Set([...Object.keys(first.frontmatter), ...Object.keys(own.frontmatter)])
  for (const key of [...keys].filter(key => !IN_WORDS.includes(key) && comparable(key))) {
    const [mine, theirs] = [own.frontmatter[key], first.frontmatter[key]]
    const found = mine === undefined ? 'none' : quoted(mine)
    if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
      const expected = theirs === undefined
        ? `expected none, as at ${at(first.line)}, found ${found}`
        : `expected ${quoted(theirs)} as at ${at(first.placeOf(key).line)}, found ${found}`
      yield unfinished(own, own.placeOf(key), key, expected)
    }
  }
  const text = { file: own.file, line: own.contentLine }
  const note = { file: own.file, line: own.noteLine }
  const token = (id: string) => `[[${id}]]`
  const components = comparable('component') && difference(componentTags(own), componentTags(first), at(first.contentLine), tag => tag)
  if (components)
    yield unfinished(own, text, 'text', components)
  const figures = comparable('text') && difference(tokenIds(own.content), tokenIds(first.content), at(first.contentLine), token)
  if (figures)
    yield unfinished(own, text, 'text', figures)
  if (!own.note || !first.note || !comparable('notes') || !comparable('clicks'))
    return
  const spoken = difference(tokenIds(own.note), tokenIds(first.note), at(first.noteLine), token)
  if (spoken)
    yield unfinished(own, note, 'notes', spoken)
  const [mine, theirs] = [noteShape(own.note), noteShape(first.note)]
  if (clicksInNote(own.note) !== clicksInNote(first.note)) {
    yield unfinished(
      own,
      note,
      'notes',
      `expected ${clicksInNote(first.note)} clicks as at ${at(first.noteLine)}, found ${clicksInNote(own.note)}`,
    )
  }
  else if (mine.length !== theirs.length) {
    yield unfinished(own, note, 'notes', `expected ${theirs.length} paragraphs as at ${at(first.noteLine)}, found ${mine.length}`)
  }
  else if (mine.join() !== theirs.join()) {
    yield unfinished(own, note, 'notes', `expected the clicks in the same paragraphs as at ${at(first.noteLine)}, found them in others`)
  }
}

function* orderProblems(own: DeckSource, first: DeckSource): Generator<Problem> {
  const [mine, theirs] = [own.slides, first.slides].map(slides => slides.map(({ name }) => name)) as [string[], string[]]
  const missing = first.slides.filter(({ name }) => !mine.includes(name))
  const extra = own.slides.filter(({ name }) => !theirs.includes(name))
  const renamed = (name: string) => nearestTo(name, missing.map(({ name }) => name))
  for (const slide of extra.filter(({ name }) => renamed(name))) {
    yield unfinished(
      slide,
      slide.placeOf('id'),
      'id',
      `expected an id that ${first.file} has, too, found it here alone`,
      renamed(slide.name),
    )
  }
  for (const slide of missing.filter(({ name }) => !extra.some(slide => renamed(slide.name) === name))) {
    yield {
      file: own.file,
      subject: slide.name,
      field: 'slide',
      expected: `expected it as at ${slide.file}:${slide.line}, found none`,
      severity: 'unfinished',
    }
  }
  for (const slide of extra.filter(({ name }) => !renamed(name)))
    yield unfinished(slide, slide, 'slide', `expected a slide that ${first.file} has, too, found it here alone`)
  const moved = missing.length + extra.length === 0 ? own.slides.find(({ name }, index) => name !== theirs[index]) : undefined
  if (moved) {
    yield unfinished(
      moved,
      moved,
      'slide',
      `expected "${theirs[mine.indexOf(moved.name)]}" here, as in ${first.file}, found "${moved.name}"`,
    )
  }
}

/**
 * Where an edition does not say what the first one says: slides and their order, front matter, components, figures, clicks,
 * paragraphs of notes.
 * @param own the edition
 * @param first the first one
 * @param isSound whether a field of a slide has no problem of its own, which comes first: a key, `component`, `text` or `notes`
 */
export function* editionProblems(own: DeckSource, first: DeckSource, isSound: SoundTest): Generator<Problem> {
  if (![...own.slides, ...first.slides].every(slide => isSound(slide, 'id')))
    return
  yield* orderProblems(own, first)
  for (const slide of own.slides) {
    const twin = first.slides.find(({ name }) => name === slide.name)
    if (twin)
      yield* pairProblems(slide, twin, isSound)
  }
}
