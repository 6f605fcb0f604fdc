import type { Edition } from '../deck'
import type { RehearsalSlide } from '../node/stage/rehearsal-table'
import process from 'node:process'
import { minutesOf, plannedSlide, slidesOfVersion, talkOf, versionLengths } from '../lib/talk-plan'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { wholeNumber } from '../node/cli/options'
import { deck } from '../node/deck'
import { knownLength, MINUTES } from '../node/stage/versions'

/** Where the terminal does not say how wide it is, as in a file. */
const USUAL_WIDTH = 100

/** The slides as one rehearses them. */
async function rehearsalSlides(edition: Edition): Promise<RehearsalSlide[]> {
  const { loadSlides } = await import('../node/slidev/slides')
  const { talkWordsOf } = await import('../locales/all')
  const { spokenText, wordCount } = await import('../lib/notes')
  const [{ acts }, { speech }] = [await deck.words(edition), talkWordsOf(edition.language)]
  return (await loadSlides(edition)).map(({ no, title = '', note, frontmatter }) => ({
    ...plannedSlide(no, frontmatter, deck.outsideTalk),
    act: acts[String(frontmatter.act)] ?? '',
    claim: title,
    wordCount: wordCount(spokenText(note, speech), speech),
  }))
}

const sum = (slides: readonly RehearsalSlide[]) => `${slides.length} slides, ${minutesOf(slides).toFixed(1)} minutes planned`

/** The plan of the talk as a table, and what to skip when there is less time. */
export const command = defineCommand({
  name: 'rehearse',
  summary: 'Prints the plan of the talk: each slide with its words, minutes and clock, and what to skip when there is less time.',
  needsSoundDeck: true,
  editions: 'first',
  options: {
    minutes: wholeNumber('the plan of a shorter version (default: of the whole talk)', MINUTES),
  },
  examples: ['npm run rehearse', 'npm run rehearse -- zh', 'npm run rehearse -- --minutes 10'],
  run: async ({ minutes }, [edition]) => {
    const { planTable, versionTable } = await import('../node/stage/rehearsal-table')
    const slides = await rehearsalSlides(edition)
    const width = process.stdout.columns ?? USUAL_WIDTH
    if (minutes !== undefined) {
      const kept = slidesOfVersion(slides, knownLength(minutes, slides))
      log(versionTable(kept, width))
      return log(
        `${minutes} minutes: ${sum(kept)}. "npm run present -- --minutes ${minutes}" steps over the others by itself; elsewhere press the `
        + 'keys in the last column instead of the arrow.',
      )
    }
    const lengths = versionLengths(slides)
    const talk = talkOf(slides)
    log(planTable(talk, lengths, width))
    log(`The talk: ${sum(talk)}. The appendix, slides ${talk.length + 1} to ${slides.length}, lies outside of the clock.`)
    for (const length of lengths) {
      const skipped = talk.filter(({ keep }) => keep > length).map(({ no }) => no)
      const version = sum(slidesOfVersion(slides, length))
      log(`In ${length} minutes: ${version}; skip ${skipped.join(', ')}. "npm run rehearse -- --minutes ${length}" prints it.`)
    }
  },
})

runIfMain(command, import.meta.url)
