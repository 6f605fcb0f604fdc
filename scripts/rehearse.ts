import type { Edition } from '../locales/editions'
import type { RehearsalSlide } from './rehearsal-table'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { spokenText, wordCount } from '../lib/notes'
import { minutesOf, plannedSlide, slidesOfVersion, talkOf, versionLengths } from '../lib/talk-plan'
import { assertDeck } from '../lib/validate-deck'
import { wordsOf } from '../locales/records'
import { runCli, say } from './cli'
import { loadSlides } from './deck'
import { chosenEdition } from './edition-argument'
import { planTable, versionTable } from './rehearsal-table'

/** Where the terminal does not say how wide it is, as in a file. */
const USUAL_WIDTH = 100

/** The slides as one rehearses them. */
async function rehearsalSlides(edition: Edition): Promise<RehearsalSlide[]> {
  const words = wordsOf(edition)
  return (await loadSlides(edition)).map(({ no, title = '', note, frontmatter }) => ({
    ...plannedSlide(no, frontmatter),
    act: words.acts[frontmatter.act as keyof typeof words.acts],
    claim: title,
    wordCount: wordCount(spokenText(note, words.speech), words.speech),
  }))
}

/** @throws when no slide is marked for such a version */
function chosenVersion(text: string, lengths: readonly number[]): number {
  const minutes = Number(text)
  if (!lengths.includes(minutes))
    throw new Error(`There is no version of "${text}" minutes, only of ${lengths.join(' and ')}. A slide's front matter says which keep it: "keep: ${lengths.at(-1)}".`)
  return minutes
}

const sum = (slides: readonly RehearsalSlide[]) => `${slides.length} slides, ${minutesOf(slides).toFixed(1)} minutes planned`

/** `npm run rehearse [-- zh --minutes 10]`: the plan of the talk as a table, and what to skip when there is less time. */
runCli(async () => {
  const { values, positionals } = parseArgs({ options: { lang: { type: 'string' }, minutes: { type: 'string' } }, allowPositionals: true })
  await assertDeck()
  const slides = await rehearsalSlides(chosenEdition(values.lang, positionals))
  const lengths = versionLengths(slides)
  const width = process.stdout.columns ?? USUAL_WIDTH
  if (values.minutes !== undefined) {
    const kept = slidesOfVersion(slides, chosenVersion(values.minutes, lengths))
    say(versionTable(kept, width))
    return say(`${values.minutes} minutes: ${sum(kept)}. Where slides are skipped, press the keys in the last column instead of the arrow.`)
  }
  const talk = talkOf(slides)
  say(planTable(talk, lengths, width))
  say(`The talk: ${sum(talk)}. The appendix, slides ${talk.length + 1} to ${slides.length}, lies outside of the clock.`)
  for (const minutes of lengths) {
    const skipped = talk.filter(({ keep }) => keep > minutes).map(({ no }) => no)
    say(`In ${minutes} minutes: ${sum(slidesOfVersion(slides, minutes))}; skip ${skipped.join(', ')}. "npm run rehearse -- --minutes ${minutes}" prints it.`)
  }
})
