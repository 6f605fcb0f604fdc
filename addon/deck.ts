/**
 * The contract between a deck and this addon, and the plain functions that both sides use. It knows neither Vue nor Node.
 * The Node side finds the deck as `deck.ts` in the folder in which a command is started; the browser's side as `deck.client.ts` beside it.
 */
import type { Problem } from './lib/problem'
import type { Language } from './locales/languages'

export type { FadeBand } from './lib/fade'
export { fadeBands } from './lib/fade'
export { fill } from './lib/fill'
export type { FirstKeys, FirstOf } from './lib/first-words'
export { clickMarkers, noteParagraphs, noteText, readingMinutes, spokenMinutes } from './lib/notes'
export type { Problem } from './lib/problem'
export { nearestTo, problemText } from './lib/problem'
export type { TextPlace } from './lib/slide-text'
export { lineAt, shownText } from './lib/slide-text'
export type { SpokenLine } from './lib/spoken-line'
export { languages } from './locales/languages'
export type { SpeechWords, TalkWords } from './locales/types'

/** One language's version of a deck. */
export interface Edition extends Language {
  /** Short name: in file names, of its words (`locales/<id>.ts`), and for `--lang`. */
  readonly id: string
  /** Its slides. */
  readonly entry: string
  /** Folder below the site's base, with a slash at the end; the first edition lives at the base itself. */
  readonly folder: string
}

/** All editions; the first is the one that a visitor meets who asked for none. */
export type Editions = readonly [Edition, ...Edition[]]

/** What documents and hosts say of a deck, in one language. */
export interface DeckWords {
  /** Name of the deck under an icon: 12 characters or so. */
  readonly shortTitle: string
  /** Names of the acts, by the `act` of the slides' front matter. */
  readonly acts: Readonly<Record<string, string>>
  /** How to cite the source, under charts that leave the deck. */
  readonly citation?: string
  /** Title of the page for reading, with `{title}` for the deck's; without one there is no such page. */
  readonly readingTitle?: string
}

/** A file of data as readers download it. */
export interface DataFile {
  /** With its ending: letters, digits, hyphens, a full stop. */
  readonly name: string
  /** As a host names it: `text/csv;charset=utf-8`. */
  readonly type: string
  readonly content: string | Uint8Array
}

/** Whose problems are asked for. */
export interface ProblemOptions {
  /** One edition, with what all share; all of them when left out. */
  readonly edition?: Edition
  /** Only what can't be shown: without what is merely unfinished. */
  readonly shownOnly?: boolean
}

/** What a part of the site may weigh, in bytes. */
export interface Budget {
  readonly limit: number
  /** By edition, where one needs more. */
  readonly limits?: Readonly<Record<string, number>>
}

/** A deck as the Node side sees it. Whatever reads the deck's sources is a function, so that a broken source can be reported. */
export interface Deck {
  /** Of files, and in what browsers store: the same in every edition, so that a talk goes on when its language changes. */
  readonly name: string
  readonly editions: Editions
  readonly words: (edition: Edition) => Promise<DeckWords>
  /** The act that has no clock. */
  readonly outsideTalk: string
  /**
   * Style sheet with the custom properties `--paper-light` and `--paper-dark`, `#rrggbb`, for the browser's own bars; the addon's when left
   * out.
   */
  readonly tokens?: string
  /**
   * Folders of what reaches the slides through `setup/preparser.ts`, or checks it: the dev server reads the slides anew when a file there
   * changes.
   */
  readonly preparsed?: readonly string[]
  /** Datasets that are published beside the deck, below `data/`. */
  readonly dataFiles?: (edition: Edition) => Promise<readonly DataFile[]>
  /** What is wrong with the sources; nothing is built or shown while something is. */
  readonly problems?: (options: ProblemOptions) => Promise<readonly Problem[]>
  /** Ids of slides with charts, for the benches. */
  readonly charts?: readonly string[]
  /** Ids of the slides whose pictures stand in the README. */
  readonly readme?: readonly string[]
  /** Where neither a commit nor `SOURCE_DATE_EPOCH` tells a date: ISO 8601. */
  readonly date: string
  /** Absent: nothing is weighed. `chart` is the file that holds the chart library, as a glob below an edition. */
  readonly budgets?: {
    readonly code: Budget
    readonly fonts: Budget
    readonly charts: Budget & { readonly file: string }
    readonly pdf: Budget
    /** What a browser fetches to show the edition without a network. */
    readonly copy: Budget
    /** Pictures for those who are sent a link. */
    readonly social: Budget
    /** All files of the edition. */
    readonly files: Budget
  }
}

/** Something on the stage that a key turns on and off in every window of the talk. */
export interface Toggle {
  /** A letter that no other command has. */
  readonly key: string
  /** What the list of keys says of it, in the edition that is built. */
  readonly says: string
}

/** A deck as the browser's side sees it: the one import of the deck that the addon makes there, `#deck`. */
export interface ClientDeck {
  readonly name: string
  readonly editions: Editions
  /** Names of the acts in the edition that is built. */
  readonly acts: Readonly<Record<string, string>>
  readonly outsideTalk: string
  /** Whether the deck has a page `/read`. */
  readonly hasReadingPage?: boolean
  readonly toggles?: Readonly<Record<string, Toggle>>
}

/** Checks the types of a deck. */
export function defineDeck<D extends Deck>(deck: D): D {
  return deck
}

/** The edition to which a file of slides belongs, by its name; the first for any other file. */
export function editionOfEntry<E extends Pick<Edition, 'entry'>>(editions: readonly [E, ...E[]], path: string): E {
  return editions.find(({ entry }) => path.split(/[\\/]/).at(-1) === entry) ?? editions[0]
}

/** What an edition's files are called, without their ending; as `exportFilename` in its headmatter. */
export function fileNameOf({ name, editions }: Pick<Deck, 'name' | 'editions'>, { id }: Pick<Edition, 'id'>): string {
  return id === editions[0].id ? name : `${name}.${id}`
}
