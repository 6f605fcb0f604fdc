import type { SlideEvidence } from '../lib/slide-evidence'
import { relative } from 'node:path'
import process from 'node:process'
import { parseSync } from '@slidev/parser'
import { definePreparserSetup } from '@slidev/types'
import { slideEvidence } from '../lib/slide-evidence'
import { replaceTokens } from '../lib/tokens'
import { assertValidData } from '../lib/validate-data'
import { editionOfEntry } from '../locales/editions'

/**
 * Before Slidev parses the slides: stops on bad data, replaces `[[figure-id]]` in titles, text and notes, and
 * hands each slide its evidence (front matter `sources`, `exhibits`, `dataFiles`) for the source line and the reading page.
 */
export default definePreparserSetup(async ({ filepath }) => {
  assertValidData()
  // Only now: the words contain figures, and formatting a broken one would fail first, and say less.
  const { wordsOf } = await import('../locales/records')
  const words = wordsOf(editionOfEntry(filepath))
  const evidenceById = new Map<string, SlideEvidence>()

  return [{
    name: 'figures',
    transformRawLines(lines) {
      for (const { content, frontmatter } of parseSync(lines.join('\n'), filepath).slides)
        evidenceById.set(String(frontmatter.id), slideEvidence(content))
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
      Object.assign(frontmatter, evidenceById.get(String(frontmatter.id)) ?? slideEvidence(''))
      return content
    },
  }]
})
