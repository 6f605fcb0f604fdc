import { basename, resolve } from 'node:path'
import process from 'node:process'
import { editions } from '../locales/editions'

const ROOT = resolve(import.meta.dirname, '..')

/** The edition that Slidev builds or serves in this process: its command line names the slides, and without a name it takes the first. */
export const edition = editions.find(({ entry }) => process.argv.some(argument => basename(argument) === entry)) ?? editions[0]

/** What differs between the editions of a build, apart from the slides: its words, and its faces. */
export const editionAliases = {
  '#words': resolve(ROOT, `locales/${edition.id}.ts`),
  '#document-words': resolve(ROOT, `locales/${edition.id}.documents.ts`),
  '#fonts.css': resolve(ROOT, `.cache/fonts/${edition.id}/fonts.css`),
}
