import type { EditionId } from './editions'

/** Number words that stand for a figure, by edition, and names in which they may stand. Read by `checks/validate-slides.ts` only. */
interface NumberWords {
  readonly words: RegExp
  readonly names: readonly string[]
}

/** Without the few words that mean something else: "one", "two" and "three" in English; 一, 两 and names in Chinese. */
export const numberWords: Readonly<Record<EditionId, NumberWords>> = {
  en: { words: /\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|hundred|thousand|decades?|dozen)\b/i, names: [] },
  zh: { words: /[二三四五六七八九十百千万]/, names: ['党的十九大'] },
}
