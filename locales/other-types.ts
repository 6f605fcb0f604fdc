import type { OtherExhibitName } from '../data/exhibits'
import type { OtherBound, Reading, Verdict } from '../data/other-types'
import type { CheckedClaimId, OtherFigureId, OtherSourceId } from '../data/others'
import type { ExhibitWords, Noun } from './parts'

/** A claim of the article in a row: what it is, what the article has, with `[[tokens]]`, and what others have, with `{ids}`. */
export interface ClaimWords {
  readonly claim: string
  readonly article: string
  readonly others: string
}

/**
 * Words about the other sources, and long ones of some pages of the talk. They have a file of their own, which only those pages load that
 * show them. A `{id}` is a
 * figure of `data/others.ts` in words, `{id:number}` its number beside a mark, `{id:time}` when it holds.
 */
export interface OtherWords {
  /** Whose pages these are. */
  readonly speaker: string
  readonly article: string
  /** Who says it, and by whom it reached us; and in a few letters. */
  readonly sources: Record<OtherSourceId, { readonly who: string, readonly short: string }>
  readonly figures: Record<OtherFigureId, string>
  /** Of what a share is a share. */
  readonly bases: Readonly<Record<string, string>>
  readonly claims: Record<CheckedClaimId, ClaimWords>
  readonly verdicts: Record<Verdict, string>
  readonly readings: Record<Reading, string>
  readonly boundNames: Record<OtherBound, string>
  /** Of numbers just under the one that is named: `{n}`, `{unit}`. */
  readonly closeTo: string
  /** About one of three parts, and two. */
  readonly thirds: readonly [string, string]
  /** A time of which only the end is known: `{date}`. */
  readonly before: string
  /** The end of a year: `{date}`. */
  readonly byEnd: string
  /** Nouns that the article does not need. */
  readonly units: { readonly models: Noun }
  readonly exhibits: Record<OtherExhibitName, ExhibitWords>
  readonly labels: {
    readonly claim: string
    readonly verdict: string
    readonly source: string
    readonly who: string
    readonly title: string
    readonly date: string
    readonly address: string
    readonly read: string
    readonly none: string
    readonly human: string
    readonly accuracy: string
    readonly founded: string
    /** What a share is a share of: `{base}`. */
    readonly whole: string
    readonly dateInYear: string
    readonly companyAuthor: string
    readonly articleFaces: string
    readonly employees: string
    readonly notReported: string
    readonly fall: string
    readonly doctors: string
    readonly models: string
    readonly modelShare: string
    readonly industry: string
    readonly academia: string
    readonly both: string
    readonly mostCited: string
    readonly labVision: string
    readonly labFounded: string
    readonly labRanking: string
    readonly labDeepid: string
    readonly trainingHypothetical: string
    readonly monthAssumption: string
    readonly gpuCaption: string
    readonly platformCaption: string
    readonly demandLedConflict: string
    readonly bookFact: string
    readonly bookMeaning: string
    readonly strengthAnswer: string
    readonly strengthMeaning: string
    readonly claimed: string
    readonly missing: string
    readonly toMeasure: string
    readonly methodStep: string
    readonly methodLimit: string
  }
  /** What is claimed, and what is missing. */
  readonly limits: readonly { readonly claim: string, readonly gap: string }[]
  /** How the deck was made, and what each step cannot show. */
  readonly method: readonly { readonly step: string, readonly limit: string }[]
}
