import type { Problem } from '../addon/deck'
import type { DeckSource, ReadText, SlideSource } from '../addon/node'
import type { SlideRules } from './rules'
import { readDeck } from '../addon/node'
import { componentProblems, sourcesPageProblems } from './components'
import { editionProblems } from './editions'
import { frontMatterProblems } from './front-matter'
import { notesProblems } from './notes'
import { evidenceProblems, proseProblems } from './prose'
import { tokenProblems } from './tokens'

export type { ReadText } from '../addon/node'
export type { SlideRules } from './rules'

/** The slides of an edition, and what they are held to. */
export interface EditionSlides {
  /** Its file, from the repository's folder. */
  readonly entry: string
  readonly rules: SlideRules
}

interface CheckedEdition {
  readonly deck: DeckSource
  readonly problems: readonly Problem[]
  /** Whether a field of a slide has no problem: a front matter key, `component`, `text` or `notes`. */
  readonly isSound: (slide: SlideSource, field: string) => boolean
}

/** What is wrong with one edition's slides, taken by themselves. */
function checkEdition({ entry, rules }: EditionSlides, read: ReadText, isFirst: boolean): CheckedEdition {
  const deck = readDeck(entry, read)
  const { slides } = deck
  // What hides other parts comes alone: a comment without an end, or YAML that can't be read, has swallowed what would be missed.
  if (deck.problems.length > 0)
    return { deck, problems: deck.problems, isSound: () => false }
  if (slides.every(({ content, note }) => !content.trim() && !note?.trim()))
    return { deck, problems: [{ file: entry, expected: 'expected slides, found none', severity: 'error' }], isSound: () => false }
  const components = slides.flatMap(slide => [...componentProblems(slide, rules)])
  const tokens = slides.flatMap(slide => [...tokenProblems(slide, rules)])
  const isWhole = components.length + tokens.length === 0
  const others: Problem[] = [
    ...frontMatterProblems(slides, rules),
    ...proseProblems(slides, rules),
    ...notesProblems(slides, isWhole ? rules : { ...rules, fill: undefined }),
    ...isWhole ? sourcesPageProblems(slides, rules) : [],
    // The others are compared with the first.
    ...isWhole && isFirst ? evidenceProblems(slides, rules) : [],
  ]
  // What a misspelt key was to say is not missed as well.
  const meant = new Set(others.filter(({ field, nearest }) => field && nearest).map(({ subject, nearest }) => `${subject}/${nearest}`))
  const problems = [...components, ...tokens, ...others].filter(({ subject, field }) => !meant.has(`${subject}/${field}`))
  const isComponent = ({ field }: Problem) => components.some(problem => problem.field === field) || field === 'SourcesTable'
  const broken = new Set([...problems.map(problem => `${problem.subject}/${isComponent(problem) ? 'component' : problem.field}`), ...meant])
  return { deck, problems, isSound: ({ name }, field) => !broken.has(`${name}/${field}`) }
}

const byPlace = (one: Problem, other: Problem): number => one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0)

/**
 * What is wrong with the slides of all editions: each by itself, and where it does not say what the first one says.
 * @param editions the first one first
 * @param read gives the text of a file by its path from the repository's folder
 * @returns in the order of the files, and of the lines in them
 */
export function slideProblems(editions: readonly EditionSlides[], read: ReadText): Problem[] {
  const [first, ...others] = editions.map((edition, index) => checkEdition(edition, read, index === 0))
  if (!first)
    return []
  return [first, ...others].flatMap(({ deck, problems, isSound }) => {
    const compared = deck === first.deck
      ? []
      : [
          ...editionProblems(deck, first.deck, (slide, field) => first.isSound(slide, field) && isSound(slide, field)),
        ]
    // A slide that is missing is also missing from the time of the talk.
    const isLess = compared.some(({ field, line }) => field === 'slide' && line === undefined)
    return [...problems.filter(({ field, severity }) => !(isLess && field === 'duration' && severity === 'unfinished')), ...compared].sort(
      byPlace,
    )
  })
}
