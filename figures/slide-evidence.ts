import type { Evidence, Figure, Place, RecordFileName, SectionId } from '../data'
import { derivedFigures, figures } from '../data'
import { exhibits } from '../data/exhibits'
import { componentsIn } from './slide-markup'
import { tokenIds } from './tokens'

/** What a slide rests on, by section of the article: the figures as printed. */
export interface SlideSource {
  readonly section: SectionId
  /** The ids of the figures from that section, in the order in which the slide uses them. */
  readonly figures: readonly string[]
}

const figureById = new Map(figures.map(figure => [figure.id, figure]))
const parentsById = new Map<string, readonly string[]>(derivedFigures.map(({ id, from }) => [id, from]))

/** A derived figure stands on the figures that it follows from. */
function toFigures(id: string): Figure[] {
  const figure = figureById.get(id)
  return figure ? [figure] : (parentsById.get(id) ?? []).flatMap(toFigures)
}

/** The exhibits that a slide's Markdown mounts, by component name, however it is typed: `<paper-chart />` is one, too. */
export function exhibitsIn(markdown: string): (keyof typeof exhibits)[] {
  return componentsIn(markdown).filter((name): name is keyof typeof exhibits => name in exhibits)
}

/**
 * The sources of one slide: of the `[[figure-id]]` tokens in its visible text, and of its exhibits.
 * @param markdown the slide without its notes, tokens not yet replaced
 */
export function slideSources(markdown: string): SlideSource[] {
  const found = new Map<SectionId, Set<string>>()
  const add = (section: SectionId, id?: string) => {
    const ids = found.get(section) ?? new Set()
    found.set(section, id ? ids.add(id) : ids)
  }
  const ids = [
    ...tokenIds(markdown),
    ...exhibitsIn(markdown).flatMap(name => exhibits[name].figures.map(figure => figure.id)),
  ]
  for (const figure of ids.flatMap(toFigures))
    add(figure.section, figure.id)
  for (const name of exhibitsIn(markdown)) {
    const { places = [] } = exhibits[name] as { places?: readonly Place[] }
    for (const place of places)
      add(place.section)
  }
  return Array.from(found, ([section, ids]) => ({ section, figures: [...ids] }))
}

/** The other sources of a slide's exhibits, once each. */
export function slideOthers(markdown: string): string[] {
  const shown = exhibitsIn(markdown).flatMap(name => (exhibits[name] as Evidence).others ?? [])
  return [...new Set(shown.flatMap(({ figures, sources = [] }) => [
    ...figures.flatMap(({ sources }) => sources),
    ...sources.map(({ id }) => id),
  ]))]
}

/** The data files with what a slide's exhibits show, once each. */
export function slideDataFiles(markdown: string): RecordFileName[] {
  const files = exhibitsIn(markdown).map(name => (exhibits[name] as Evidence).data)
  return [...new Set(files.filter(file => file !== undefined))]
}

/** What a slide rests on, as its front matter has it after `setup/preparser.ts`. */
export interface SlideEvidence {
  readonly sources: readonly SlideSource[]
  readonly exhibits: readonly (keyof typeof exhibits)[]
  readonly dataFiles: readonly RecordFileName[]
  /** Ids of the other sources that its exhibits show; after the preparser, their names in a few letters, or one without any for many. */
  readonly others: readonly string[]
}

/** The evidence of one slide, from its Markdown as written. */
export function slideEvidence(markdown: string): SlideEvidence {
  return {
    sources: slideSources(markdown),
    exhibits: exhibitsIn(markdown),
    dataFiles: slideDataFiles(markdown),
    others: slideOthers(markdown),
  }
}
