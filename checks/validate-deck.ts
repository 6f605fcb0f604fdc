import type { Deck, Edition, Problem, ProblemOptions } from '../addon/deck'
import type { SlideRules } from './rules'
import type { EditionSlides } from './validate-slides'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileNameOf } from '../addon/deck'
import { concerns, importProblem, moduleProblems, syntaxProblems, talkWordsOf } from '../addon/node'
import { editions } from '../locales/editions'
import { slideProblems } from './validate-slides'
import { deckVocabulary } from './vocabulary'

/** The repository's folder. */
const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What the checks know of the deck: its name, and the folders whose files are run to say what is wrong. */
export type CheckedDeck = Required<Pick<Deck, 'name' | 'preparsed'>>

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

function headmatterOf({ id, language }: Edition, name: string): SlideRules['headmatter'] {
  return { ...STAGE, lang: language, htmlAttrs: { lang: language }, exportFilename: fileNameOf({ name, editions }, { id }) }
}

/**
 * What the slides of each edition are held to.
 * @param name of the deck
 * @param isSound whether figures can be printed
 */
async function editionSlides(name: string, isSound: boolean): Promise<EditionSlides[]> {
  // One after the other: jiti 2, by which Slidev loads this, hands a module that is asked for twice at once to the second one half done.
  const { figuresByFile, printables } = await import('../data')
  const { wordsOf, writtenWordsOf } = await import('../locales/records')
  const { numberWords } = await import('../locales/number-words')
  const { slideSources } = await import('../figures/slide-evidence')
  const { sourcesPages } = await import('../figures/sources-pages')
  const { replaceTokens } = await import('../figures/tokens')
  const { figureStyles } = await import('../figures/format')
  const { sentenceNames } = await import('../locales/sentence-names')
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
      headmatter: headmatterOf(edition, name),
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

/** Files that can't be parsed, or that import what is not there. */
async function unreadable(folders: readonly string[]): Promise<Problem[]> {
  const unparsed = syntaxProblems(ROOT, folders)
  if (unparsed.length > 0)
    return unparsed
  return moduleProblems(ROOT, [...folders, 'components', 'composables', 'theme'])
}

/**
 * Everything that is wrong with the deck's sources: data, words, and the slides of all editions.
 * The one place that knows; commands, dev server and tests ask here, through `deck.ts`.
 */
export async function deckProblems(
  { name, preparsed }: CheckedDeck,
  { edition, shownOnly = false }: ProblemOptions = {},
): Promise<Problem[]> {
  const all = await allProblems(name)
  // Where a file can't be parsed, the rest may be found only because it is missing.
  const unread = all.some(({ severity }) => severity === 'error') ? await unreadable(preparsed) : []
  const found = unread.length > 0 ? unread : all
  return found.filter(problem => !(edition && !concerns(problem, edition, editions)) && !(shownOnly && problem.severity === 'unfinished'))
}

async function allProblems(name: string): Promise<Problem[]> {
  let data: Problem[] = []
  try {
    data = await sourceProblems()
    const isSound = data.every(({ severity }) => severity !== 'error')
    return [...data, ...slideProblems(await editionSlides(name, isSound), readText)]
  }
  catch (error) {
    // Words and slides can't be read because the data can't: that has been said.
    return data.length > 0 ? data : [importProblem(error, ROOT)]
  }
}
