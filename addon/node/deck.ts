import type { Deck, ProblemOptions } from '../deck'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { assertNoProblems } from '../lib/problem'

/**
 * Reads a deck's contract.
 * @param root its folder, absolute
 * @throws when there is none
 */
export async function loadDeck(root: string): Promise<Deck> {
  const file = path.join(root, 'deck.ts')
  if (!existsSync(file))
    throw new Error(`There is no deck.ts in "${root}": commands are started in the folder of the deck.`)
  const { default: deck } = await import(/* @vite-ignore */ pathToFileURL(file).href) as { default: Deck }
  return deck
}

/** The deck's folder: npm starts scripts in it. */
export const ROOT = path.resolve(process.env.DECK_ROOT ?? process.cwd())

/** The deck that this process works for. */
// eslint-disable-next-line antfu/no-top-level-await -- every command needs it before anything else
export const deck = await loadDeck(ROOT)

/** Its editions. */
export const { editions } = deck

/** @throws Error with one sentence for each problem of the deck's sources, and no stack */
export async function assertDeck(options: ProblemOptions = {}): Promise<void> {
  assertNoProblems(await deck.problems?.(options) ?? [])
}
