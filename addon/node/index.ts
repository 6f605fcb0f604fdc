import type { Problem } from '../lib/problem'
import { createRequire } from 'node:module'

/**
 * What a deck's checks, faces and set-up may import of the addon: its one door in Node. Commands come in through `addon/commands/`, and
 * what takes long to load is loaded when it is asked for.
 */
export { partWords } from '../lib/first-words'
export { assertNoProblems } from '../lib/problem'
export { pageWordsOf, talkWordsOf, wordsFileOf } from '../locales/all'
export type { FontFile } from './fonts'
export { cutFonts, packageFolder } from './fonts'
export { concerns } from './problems/concerns'
export { importProblem } from './problems/import-problem'
export type { DeckSource, ReadText, SlideSource } from './problems/slide-source'
export { readDeck } from './problems/slide-source'
export { syntaxProblems } from './problems/syntax'
export { firstWords } from './site/first-words'

/**
 * Ends the process with a sentence where the machine or the installation is not fit, for plain `npx slidev`: commands have asked already.
 */
export function preflight(): void {
  (createRequire(import.meta.url)('../preflight.cjs') as { preflight: () => void }).preflight()
}

/** Imports in a deck's folders that lead nowhere. Vite's parser comes only now: it takes longer than all the checks. */
export async function moduleProblems(root: string, folders: readonly string[]): Promise<Problem[]> {
  const { moduleProblems } = await import('./problems/module-problems')
  return moduleProblems(root, folders)
}
