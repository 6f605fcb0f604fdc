/** Sentences of `locales/*.documents.ts` that a token may name in the place of a style: `[[headcount-now:edge]]`. */
export const sentenceNames = ['edge', 'barEnd', 'quotient', 'rounding', 'share'] as const
