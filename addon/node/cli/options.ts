import type { Edition } from '../../deck'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { LAST_PORT } from '../browser/ports'
import { readBase } from '../browser/static-server'
import { editions, ROOT } from '../deck'
import { isRange } from './range'
import { UsageError } from './usage-error'

/** An option of a command: how it looks, what the help says of it, and how its value is read. */
export interface CommandOption<T> {
  readonly summary: string
  /** One letter, such as `p`. */
  readonly short?: string
  /** What stands for the value in the help: `<folder>`, or `[password]` where it may be left out. A switch has none. */
  readonly value?: string
  /** What a value must be, such as "a whole number from 1 to 65535". */
  readonly expects?: string
  /** All values that there are, where one can list them. */
  readonly words?: readonly string[]
  /** What it is when nobody says. */
  readonly fallback: T
  /** How the help shows that. */
  readonly shown?: string
  /** Reads a value as typed, undefined where it was left out. Returns undefined for a wrong one. */
  readonly read: (text: string | undefined) => T | undefined
}

/** An option as one types it: `--without-notes`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
}

/** Options by their names. */
export type Options = Readonly<Record<string, CommandOption<unknown>>>

/** What has been read, by the option's name. */
export type Values<O extends Options> = { readonly [K in keyof O]: O[K]['fallback'] }

/** What else one may say of an option. */
interface Saying<T> { readonly short?: string, readonly fallback?: T, readonly shown?: string }

type Maybe<T, S extends Saying<T>> = S extends { fallback: T } ? T : T | undefined

/** On or off; with a fallback of true, `--no-…` turns it off. */
export function flag(summary: string, { short, fallback = false }: Saying<boolean> = {}): CommandOption<boolean> {
  return { summary, short, fallback, read: () => true }
}

/**
 * An option with a value.
 * @param summary what it is for
 * @param value how the help calls the value
 * @param expects what a value must be
 * @param read returns undefined for a wrong one
 * @param saying its letter, and what it is when nobody says
 */
export function valued<T, S extends Saying<T> = Saying<T>>(
  summary: string,
  value: string,
  expects: string,
  read: (text: string) => T | undefined,
  saying: S = {} as S,
): CommandOption<Maybe<T, S>> {
  const readTyped = (typed?: string) => typed === undefined ? undefined : read(typed)
  const option = { summary, value: `<${value}>`, expects, fallback: undefined, ...saying, read: readTyped }
  return option as CommandOption<Maybe<T, S>>
}

interface Limits { readonly min: number, readonly max: number }

/** A number as one writes it: digits, and where parts are allowed a point. No exponent, no sign, no blank. */
function numberIn(text: string, pattern: RegExp, { min, max }: Limits): number | undefined {
  const number = pattern.test(text) ? Number(text) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

/** A whole number within limits. */
export function wholeNumber<S extends Saying<number>>(summary: string, limits: Limits, saying?: S): CommandOption<Maybe<number, S>> {
  const expects = `a whole number from ${limits.min} to ${limits.max}`
  return valued(summary, 'number', expects, text => numberIn(text, /^\d+$/, limits), saying)
}

/** A number within limits, such as `1.5`. */
export function decimal<S extends Saying<number>>(summary: string, limits: Limits, saying?: S): CommandOption<Maybe<number, S>> {
  const expects = `a number from ${limits.min} to ${limits.max}`
  return valued(summary, 'number', expects, text => numberIn(text, /^\d+(?:\.\d+)?$/, limits), saying)
}

/** A port to listen at; undefined leaves it to the command to look for one, from the first on that the summary names. */
export function port(summary: string, saying: Saying<number> = {}): CommandOption<number | undefined> {
  return wholeNumber(summary, { min: 1, max: LAST_PORT }, saying)
}

/** "a, b or c". */
export function listOf(words: readonly string[], or = 'or'): string {
  return words.join(', ').replace(/, ([^,]+)$/, ` ${or} $1`)
}

/** One of some words. */
export function choice<T extends string, S extends Saying<T>>(
  summary: string,
  value: string,
  words: readonly T[],
  saying?: S,
): CommandOption<Maybe<T, S>> {
  return { ...valued(summary, value, listOf(words), text => words.find(word => word === text), saying), words }
}

/** Whether a folder is there, or can be made: nothing on the way to it is a file, or closed to us. */
function canBeFolder(folder: string): boolean {
  if (!existsSync(folder))
    return canBeFolder(path.dirname(folder))
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  }
  catch {
    return false
  }
}

/** A folder to write into, as typed: absolute, or from the repository's. */
export function folder<S extends Saying<string>>(summary: string, saying?: S): CommandOption<Maybe<string, S>> {
  const read = (text: string) => canBeFolder(path.resolve(ROOT, text)) ? text : undefined
  return valued(summary, 'folder', 'a folder that can be written to', read, saying)
}

/** A folder to read from, as typed: absolute, or from the repository's. The usual one need not be there before it is needed. */
export function existingFolder<S extends Saying<string>>(summary: string, saying?: S): CommandOption<Maybe<string, S>> {
  const isThere = (text: string) => existsSync(path.resolve(ROOT, text)) && statSync(path.resolve(ROOT, text)).isDirectory()
  return valued(summary, 'folder', 'a folder that is there', text => isThere(text) ? text : undefined, saying)
}

/** Whether a folder, from the repository's, holds a built deck. */
function isBuilt(folder: string): boolean {
  try {
    return Boolean(readBase(path.resolve(ROOT, folder)))
  }
  catch {
    return false
  }
}

/** The folder of a built deck, as typed: absolute, or from the repository's. */
export function builtFolder<S extends Saying<string>>(summary: string, saying?: S): CommandOption<Maybe<string, S>> {
  return valued(
    summary,
    'folder',
    'the folder of a built deck, which "npm run build" makes',
    text => (isBuilt(text) ? text : undefined),
    saying,
  )
}

/** @throws when the built deck lacks an edition */
export function requireEditions(dist: string | undefined, wanted: readonly Edition[]): void {
  const missing = wanted.find(({ folder }) => dist !== undefined && !isBuilt(path.join(dist, folder)))
  if (!missing)
    return
  const folder = path.join(dist!, missing.folder)
  throw new UsageError(`--dist takes the folder of a built deck with the edition ${missing.id}, and "${folder}" holds none.`)
}

/** Numbers of slides as typed, such as `3,5-8`; how many slides there are is only known when they have been read. */
export function slideNumbers(summary: string): CommandOption<string | undefined> {
  return valued(summary, 'numbers', 'numbers of slides and ranges of them, such as 3,5-8', text => isRange(text) ? text : undefined)
}

/** The edition of that id, or with slides of that name. */
export function readEdition(text: string): Edition | undefined {
  return editions.find(({ id, entry }) => text === id || text.replace(/^\.[\\/]/, '') === entry)
}

/**
 * A path on a host as Slidev wants it: a slash at both ends. Undefined for what is no path, such as a whole address or a folder of Windows;
 * for what is written otherwise in an address, such as a blank or a Chinese character, or in a page, such as `&`, for then pages and files
 * would name the path in two ways; and for what means something else in a style sheet or in a list of headers.
 */
export function readBasePath(text: string): string | undefined {
  const path = `/${text}/`.replace(/\/{2,}/g, '/')
  return /^[\w\-.~+=@/]+$/.test(path) && !/\/\.{1,2}\//.test(path) ? path : undefined
}

/** Git Bash makes a folder of Windows of a path with one slash. */
export const BASE_EXPECTS = 'a path of plain letters such as /talks/iar/ (//talks/iar/ in Git Bash)'
