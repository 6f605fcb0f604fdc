import type { SpokenLine } from '../addon/deck'
import type { Actor, Printable, TimelineEvent } from '../data'
import type { Words } from '../locales/types'
import type { Mark, Series } from './series'
import { gainers, headcountGrowth, modelParts, namedCities, offices, precedents, timeline } from '../data'
import { exchangeLine, flowsBetween, sentence, within } from './exchange-lines'
import { fill, formatFigure } from './format'
import { saidFigure } from './series'

/** What pictures say to those who cannot see them, in sentences: who gives what to whom, and each mark with its figure and its bound. */

/** The model, a click for each giver. */
export function modelLines(words: Words): SpokenLine[] {
  const { labels, punctuation } = words
  const partsOf = (actor: Actor, name: (part: (typeof modelParts)[number]) => string) =>
    modelParts.filter(part => part.actor === actor).map(name).join(punctuation.comma)
  const nameOf = (actor: Actor) => partsOf(actor, ({ id }) => words.modelParts[id])
  const characterOf = (actor: Actor) => partsOf(actor, ({ id, zh }) => words.modelParts[id] + punctuation.open + zh + punctuation.close)
  const [left, right] = [nameOf('university'), nameOf('company')]
  // One arrow leads from it, with all that it gives.
  const given = gainers.flatMap(to => flowsBetween('state', to, words))
  const state = exchangeLine(within(words.actors.state), right, given, words).replace(/[.。]$/, '')
  return [
    { text: sentence([characterOf('university'), characterOf('company')], words) },
    { text: exchangeLine(left, right, flowsBetween('university', 'company', words), words), at: 1 },
    { text: exchangeLine(right, left, flowsBetween('company', 'university', words), words), at: 2 },
    { text: sentence([labels.stateEdge + punctuation.open + labels.ourReading + punctuation.close, within(state)], words), at: 3 },
    { text: labels.facetNote },
  ]
}

/** What universities and the companies from them give each other. */
export function precedentLines(words: Words): SpokenLine[] {
  return precedents.flatMap((precedent): SpokenLine[] => {
    const [university, company] = [words.organisations[precedent.university], words.organisations[precedent.company]]
    const given = (direction: string) =>
      precedent.flows.filter(flow => flow.direction === direction).map(({ id }) => words.precedentFlows[id])
    const story = words.precedents[precedent.id]
    return precedent.flows.length > 0
      ? [
          { text: sentence([story], words) },
          { text: exchangeLine(university, company, given('to-company'), words) },
          { text: exchangeLine(company, university, given('to-university'), words) },
        ]
      : [{ text: sentence([story + words.punctuation.space + words.labels.namesNoFlow], words) }]
  })
}

/** A row of "who gives and who gains". */
export function matrixStep(from: Actor, words: Words): string {
  const { actors, labels, punctuation } = words
  const cells = gainers.map((to) => {
    const given = flowsBetween(from, to, words).map(within)
    return within(actors[to]) + punctuation.colon + (given.join(punctuation.comma) || labels.namesNothing)
  })
  return sentence([actors[from] + punctuation.space + labels.gives + punctuation.colon + cells[0], ...cells.slice(1)], words)
}

/** A figure, and what is remarked on it, as a sentence. */
export function figureLine(figure: Printable, remarks: readonly string[], words: Words): string {
  return sentence([saidFigure(figure, words), ...remarks], words)
}

/** Two orders of the same stations. */
export function researchFirstLines({ labels, punctuation }: Words): SpokenLine[] {
  const stations = [labels.stationResearch, labels.stationProduct, labels.stationNeeds]
  const inOrder = (stations: readonly string[]) => stations.map(within).join(punctuation.comma)
  return [
    { text: sentence([labels.researchOrder + punctuation.colon + inOrder(stations)], { punctuation }) },
    { text: sentence([labels.usualOrder + punctuation.colon + inOrder(stations.toReversed())], { punctuation }) },
  ]
}

/** Every dated event, with whose it is. */
export function timelineLines(words: Words): SpokenLine[] {
  const { labels, punctuation } = words
  const events = (timeline as readonly TimelineEvent[]).map(({ id, date, actors }) => ({
    text: fill(labels.eventBy, {
      date: formatFigure(date, words),
      event: words.events[id as keyof Words['events']],
      who: actors.map(actor => within(words.actors[actor])).join(punctuation.semicolon),
    }),
  }))
  return events
}

/** Marks as one sentence, with the remark that stands over them. */
export function marksLine(marks: readonly Mark[], rest: readonly string[], words: Words): string {
  const said = marks.flatMap(({ said, note }) => said ? [said + (note ? words.punctuation.clause + note : '')] : [])
  return sentence([...said, ...rest], words)
}

/** The marks after one, which a click shows. */
export function marksAfter(series: Series, index: number, words: Words): string {
  return marksLine(series.marks.slice(index + 1), series.gap ? [series.gap.note] : [], words)
}

/** The clicks of the headcount: years without a report, then the last count and the growth. */
export function headcountSteps({ marks }: Series, words: Words): string[] {
  const { labels, punctuation } = words
  const gaps = marks.slice(1, -1).map(({ label }) => label.join(' ')).join(punctuation.comma)
  return [
    sentence([gaps + punctuation.colon + labels.notReported], words),
    marksLine(marks.slice(-1), headcountGrowth.value === null ? [] : [saidFigure(headcountGrowth, words)], words),
  ]
}

/** The cities that a click shows. */
export function citiesStep(words: Words): string {
  const names = offices.cities.filter(({ id }) => id !== offices.first.city).map(({ id }) => words.cities[id])
  return sentence([saidFigure(namedCities, words), names.join(words.punctuation.comma)], words)
}
