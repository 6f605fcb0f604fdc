import { beforeAll, inject } from 'vitest'

/** Vitest's own limit for a hook is for what a test does; a build on a busy machine takes longer. */
const PATIENCE = 15 * 60_000

/** For projects that open a deck: waits until it is built (`global-setup.ts`). @throws with the reason where it can't be */
beforeAll(async () => {
  for (const deck of inject('decks')) {
    let answer: Response
    do
      answer = await fetch(inject('builds') + deck)
    while (answer.status === 202)
    if (!answer.ok)
      throw new Error(await answer.text())
  }
}, PATIENCE)
