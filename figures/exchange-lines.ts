import type { SpokenLine } from '../addon/deck'
import type { Actor, Beneficiary } from '../data'
import type { Words } from '../locales/types'
import { flows } from '../data'
import { fill } from './format'

/** What a line needs, of an edition's words. */
type LineWords = Pick<Words, 'punctuation'> & { readonly labels: Pick<Words['labels'], 'givesTo' | 'laboratory' | 'company'> }

/** Words that begin with a capital, within a sentence; abbreviations stay as they are. */
export function within(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, letter => letter.toLowerCase())
}

/** Parts as one sentence. */
export function sentence(parts: readonly string[], { punctuation }: Pick<Words, 'punctuation'>): string {
  const text = parts.join(punctuation.semicolon)
  return /[.。]$/.test(text) ? text : text + punctuation.period.trim()
}

/** What one side gives another, in this order: "From company to laboratory: posts and mentors, prizes and funds." */
export function exchangeLine(from: string, to: string, what: readonly string[], words: LineWords): string {
  return fill(words.labels.givesTo, { from, to, what: what.map(within).join(words.punctuation.comma) })
}

/** What one actor gives another, by the article. */
export function flowsBetween(from: Actor, to: Beneficiary, words: Pick<Words, 'flows'>): string[] {
  return flows.filter(flow => flow.from === from && flow.to === to).map(({ id }) => words.flows[id])
}

/** The exchange in one picture, for those who cannot see it: who gives what to whom. */
export function answerLines(words: LineWords & Pick<Words, 'flows'>): SpokenLine[] {
  const [laboratory, company] = [within(words.labels.laboratory), within(words.labels.company)]
  return [
    { text: exchangeLine(laboratory, company, flowsBetween('university', 'company', words), words) },
    { text: exchangeLine(company, laboratory, flowsBetween('company', 'university', words), words) },
  ]
}
