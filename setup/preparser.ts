import type { Edition } from '../addon/deck'
import type { SlideEvidence } from '../figures/slide-evidence'
import { writeSync } from 'node:fs'
import { relative } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseSync } from '@slidev/parser'
import { definePreparserSetup } from '@slidev/types'
import { editionOfEntry } from '../addon/deck'
import { assertNoProblems } from '../addon/node'
import deck from '../deck'
import { editions } from '../locales/editions'

/** So many other sources are named at the foot of a slide. */
const MOST_NAMED = 6

/** How often a server that runs looks whether the sources are mended, milliseconds. */
const LOOK_AGAIN = 500

/**
 * Stops Slidev, which asks before it builds or serves, while the deck can't be shown: with the reason as the last thing to read,
 * where an error would come with a stack. A server that runs already, and starts anew, waits instead (`addon/vite/last-good.ts`).
 */
async function stopUnlessShown(edition: Edition): Promise<void> {
  const { deckProblemsNow } = globalThis
  if (deckProblemsNow) {
    for (let said = ''; ;) {
      const { stopping } = await deckProblemsNow()
      if (stopping === '')
        return
      if (stopping !== said)
        process.stderr.write(`\n${stopping}\nThe server waits until this is mended.\n`)
      said = stopping
      await wait(LOOK_AGAIN)
    }
  }
  try {
    assertNoProblems(await deck.problems({ edition, shownOnly: true }))
  }
  catch (error) {
    writeSync(process.stderr.fd, `\n${(error as Error).message}\n`)
    process.exit(1)
  }
}

/**
 * Before Slidev parses the slides: stops on what can't be shown, replaces `[[figure-id]]` in titles, text and notes, and
 * hands each slide its evidence (front matter `sources`, `exhibits`, `dataFiles`, `others`) for the source line and the reading page.
 */
export default definePreparserSetup(async ({ filepath, mode }) => {
  const edition = editionOfEntry<Edition>(editions, filepath)
  if (mode)
    await stopUnlessShown(edition)
  // Only now: the words contain figures, and formatting a broken one would fail first, and say less.
  // One after the other: jiti 2 hands a module that is asked for twice at once to the second one half done.
  const { wordsOf } = await import('../locales/records')
  const { slideEvidence } = await import('../figures/slide-evidence')
  const { replaceTokens } = await import('../figures/tokens')
  const words = wordsOf(edition)
  /** Of the slides to come, in their order: of all that a slide could be known by, an id may be missing. */
  let evidence: SlideEvidence[] = []

  return [{
    name: 'figures',
    transformRawLines(lines) {
      evidence = parseSync(lines.join('\n'), filepath).slides.map(({ content }) => slideEvidence(content))
      for (const [index, line] of lines.entries()) {
        try {
          lines[index] = replaceTokens(line, words)
        }
        catch (error) {
          throw new Error(`${relative(process.cwd(), filepath)}:${index + 1}: ${(error as Error).message}`)
        }
      }
    },
    async transformSlide(content, frontmatter) {
      const own = evidence.shift() ?? slideEvidence('')
      const sources: Readonly<Record<string, { readonly short: string }>> = words.others.sources
      const names = own.others.map(id => sources[id]!.short)
      // More than that stand with what they say, and have no room at the foot.
      Object.assign(frontmatter, own, { others: names.length === 0 ? undefined : names.length > MOST_NAMED ? [''] : names })
      return content
    },
  }]
})
