import type { DataFileName } from '../data'
import type { SlideSource } from '../lib/slide-evidence'
import { relative } from 'node:path'
import process from 'node:process'
import { parseSync } from '@slidev/parser'
import { definePreparserSetup } from '@slidev/types'
import { slideDataFiles, slideSources } from '../lib/slide-evidence'
import { replaceTokens } from '../lib/tokens'
import { assertValidData } from '../lib/validate-data'

/**
 * Before Slidev parses the slides: stops on bad data, replaces `[[figure-id]]` in titles, text and notes, and
 * hands each slide its sources and data files (front matter `sources`, `dataFiles`) for the source line.
 */
export default definePreparserSetup(async ({ filepath }) => {
  assertValidData()
  // Only now: the words contain figures, and formatting a broken one would fail first, and say less.
  const { words } = await import('../locales')
  const evidenceById = new Map<string, { sources: SlideSource[], dataFiles: DataFileName[] }>()

  return [{
    name: 'figures',
    transformRawLines(lines) {
      for (const { content, frontmatter } of parseSync(lines.join('\n'), filepath).slides)
        evidenceById.set(String(frontmatter.id), { sources: slideSources(content), dataFiles: slideDataFiles(content) })
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
      Object.assign(frontmatter, evidenceById.get(String(frontmatter.id)) ?? { sources: [], dataFiles: [] })
      return content
    },
  }]
})
