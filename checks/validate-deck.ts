import type { Edition, ProblemOptions } from '../addon/deck'
import type { Problem } from '../addon/lib/problem'
import type { SlideRules } from './rules'
import type { EditionSlides } from './validate-slides'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileNameOf } from '../addon/deck'
import { assertNoProblems } from '../addon/lib/problem'
import { concerns } from '../addon/node/problems/concerns'
import { importProblem } from '../addon/node/problems/import-problem'
import { syntaxProblems } from '../addon/node/problems/syntax'
import deck from '../deck'
import { editions } from '../locales/editions'
import { slideProblems } from './validate-slides'
import { deckVocabulary } from './vocabulary'

/** The repository's folder. */
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Folders whose files are run to say what is wrong. */
const CHECKED = deck.preparsed

/** What the stage and its documents are made for. */
const STAGE = { canvasWidth: 1280, aspectRatio: '16/9', highlighter: 'shiki', editor: false }

/**
 * What is wrong with the data and the words. Loaded only now: data that can't even be read must not keep this file from saying so.
 * What sentences presuppose, and whether exhibits have room, is asked of sound records only: a broken one would be told twice.
 */
async function sourceProblems(): Promise<Problem[]> {
  const { dataProblems } = await import('./validate-data')
  const broken = dataProblems()
  if (broken.length > 0)
    return broken
  const { premiseProblems } = await import('./premises')
  const { roomProblems } = await import('./exhibit-room')
  return [...premiseProblems(), ...roomProblems()]
}

function headmatterOf({ id, language }: Edition): SlideRules['headmatter'] {
  return { ...STAGE, lang: language, htmlAttrs: { lang: language }, exportFilename: fileNameOf(deck, { id }) }
}

/** What the slides of each edition are held to. @param isSound whether figures can be printed */
async function editionSlides(isSound: boolean): Promise<EditionSlides[]> {
  // One after the other: jiti 2, by which Slidev loads this, hands a module that is asked for twice at once to the second one half done.
  const { figuresByFile, printables } = await import('../data')
  const { wordsOf, writtenWordsOf } = await import('../locales/records')
  const { talkWordsOf } = await import('../addon/locales/all')
  const { numberWords } = await import('../locales/number-words')
  const { slideSources } = await import('../figures/slide-evidence')
  const { sourcesPages } = await import('../figures/sources-pages')
  const { replaceTokens } = await import('../figures/tokens')
  const { figureStyles, sentenceNames } = await import('../figures/format')
  const figureFiles = new Map(
    Object.entries(figuresByFile).flatMap(([file, figures]) => figures.map(({ id }) => [id as string, file] as const)),
  )
  const vocabulary = deckVocabulary(ROOT)
  return editions.map((edition) => {
    const { acts } = writtenWordsOf(edition)
    const { speech } = talkWordsOf(edition.language)
    const rules = {
      edition,
      vocabulary,
      acts: Object.keys(acts),
      speech,
      printables,
      styles: figureStyles,
      sentences: sentenceNames,
      sourcesPages,
      numberWords: numberWords[edition.id],
      headmatter: headmatterOf(edition),
      figureFiles,
    }
    return {
      entry: edition.entry,
      rules: isSound ? { ...rules, sourcesIn: slideSources, fill: text => replaceTokens(text, wordsOf(edition)) } : rules,
    }
  })
}

/** A file's text by its path from the repository's folder; undefined when it is not there. */
function readText(file: string): string | undefined {
  const path = join(ROOT, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Files that can't be parsed, or that import what is not there. Vite's parser comes only now: it takes longer than all the checks. */
async function unreadable(): Promise<Problem[]> {
  const unparsed = syntaxProblems(ROOT, CHECKED)
  if (unparsed.length > 0)
    return unparsed
  const { moduleProblems } = await import('../addon/node/problems/module-problems')
  return moduleProblems(ROOT, [...CHECKED, 'components', 'composables', 'theme'])
}

/**
 * Everything that is wrong with the deck's sources: data, words, and the slides of all editions.
 * The one place that knows; commands, dev server and tests ask here.
 */
export async function deckProblems({ edition, shownOnly = false }: ProblemOptions = {}): Promise<Problem[]> {
  const all = await allProblems()
  // Where a file can't be parsed, the rest may be found only because it is missing.
  const unread = all.some(({ severity }) => severity === 'error') ? await unreadable() : []
  const found = unread.length > 0 ? unread : all
  return found.filter(problem => !(edition && !concerns(problem, edition, editions)) && !(shownOnly && problem.severity === 'unfinished'))
}

async function allProblems(): Promise<Problem[]> {
  let data: Problem[] = []
  try {
    data = await sourceProblems()
    const isSound = data.every(({ severity }) => severity !== 'error')
    return [...data, ...slideProblems(await editionSlides(isSound), readText)]
  }
  catch (error) {
    // Words and slides can't be read because the data can't: that has been said.
    return data.length > 0 ? data : [importProblem(error, ROOT)]
  }
}

/**
 * Stops whoever calls it while anything is wrong.
 * @throws Error with one sentence for each problem, and no stack
 */
export async function assertDeck(options: ProblemOptions = {}): Promise<void> {
  assertNoProblems(await deckProblems(options))
}
