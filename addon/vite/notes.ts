import type { Plugin } from 'vite'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'

const MODULE = 'virtual:deck-notes'
const NOTES = normalizePath(resolve(import.meta.dirname, '../client/notes.ts'))
const PLACE = '__DECK_NOTES__'
/** Slidev's module of one slide's front matter, title and note. */
const SLIDE = /__slidev_(\d+)\.frontmatter$/
/** In it, what was read from Markdown. */
const PARSED = /^ *\.\.\.\((\{.*\})\),$/m

/**
 * Slidev puts the notes of all slides into the deck's first script, 7 kB of gzip, and the source of their front matter,
 * 2 kB more. The source is for its editor on the dev server; the notes become a file of their own, which
 * `addon/client/notes.ts` fetches for those views that show notes.
 */
export function notesOnDemand(): Plugin {
  const notes = new Map<number, string>()
  return {
    name: 'deck:notes-on-demand',
    enforce: 'pre',
    resolveId: id => id === MODULE ? `\0${MODULE}` : undefined,
    // The dev server sends notes by itself, so that they can change.
    load(id) {
      if (id === `\0${MODULE}`)
        return `export default ${this.environment.mode === 'build' ? JSON.stringify(PLACE) : '{}'}`
    },
    transform(code, id) {
      const no = Number(SLIDE.exec(id)?.[1])
      if (!no || this.environment.mode !== 'build')
        return
      const parsed = PARSED.exec(code)
      if (!parsed)
        return this.error(`Slidev writes slides in another form than addon/vite/notes.ts knows; adapt it to ${id}.`)
      const { noteHTML, frontmatterRaw: _, ...rest } = JSON.parse(parsed[1]!) as Record<string, unknown>
      notes.set(no, String(noteHTML ?? ''))
      const getters = `get noteHTML() { return noteOf(${no}) }, get note() { return noteTextOf(${no}) }`
      return `import { noteOf, noteTextOf } from '${NOTES}'\n${code.replace(parsed[0], () => `...(${JSON.stringify(rest)}), ${getters},`)}`
    },
    // Only now have all slides been read.
    renderChunk(code) {
      const ordered = Object.fromEntries([...notes].sort(([a], [b]) => a - b))
      return code.includes(PLACE) ? code.replace(new RegExp(`(["'\`])${PLACE}\\1`), () => JSON.stringify(ordered)) : null
    },
  }
}
