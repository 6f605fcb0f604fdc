import type { PreparserExtensionLoader } from '@slidev/types'
import type { Edition } from '../../deck'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { injectPreparserExtensionLoader, load } from '@slidev/parser/fs'
import { editions, ROOT } from '../deck'

export interface DeckSlide {
  /** 1-based, as in the address of the slide. */
  no: number
  /** `id` of the front matter, or `slide-<no>` where there is none. */
  id: string
  title: string | undefined
  /** Presenter notes as written: Markdown with click markers; empty where there are none. */
  note: string
  frontmatter: Record<string, unknown>
}

type PreparserSetup = (context: {
  filepath: string
  headmatter: Record<string, unknown>
  mode?: string
}) => ReturnType<PreparserExtensionLoader>

/** Applies the deck's own preparser as Slidev does: it may replace text in titles and add slides. */
const deckPreparser: PreparserExtensionLoader = async (roots, headmatter, filepath, mode) => {
  const file = path.join(roots.at(-1) ?? ROOT, 'setup/preparser.ts')
  if (!existsSync(file))
    return []
  const setup = await import(/* @vite-ignore */ pathToFileURL(file).href) as { default: PreparserSetup }
  return setup.default({ filepath, headmatter, mode })
}

/**
 * Reads the slides that Slidev will show, in their order.
 * @param edition whose slides, the first one's when left out
 * @param edition.entry their file
 * @param root folder of the deck
 * @throws when that file, or a file that it includes, cannot be read or parsed
 */
export async function loadSlides({ entry }: Pick<Edition, 'entry'> = editions[0], root = ROOT): Promise<DeckSlide[]> {
  injectPreparserExtensionLoader(deckPreparser)
  const data = await load({ userRoot: root, roots: [root] }, path.join(root, entry))
  const errors = Object.values(data.markdownFiles).flatMap(file => (file.errors ?? []).map(error => `${file.filepath}: ${error.message}`))
  if (errors.length > 0)
    throw new Error(errors.join('\n'))
  return data.slides.map(({ frontmatter, title, note }, index) => ({
    no: index + 1,
    id: typeof frontmatter.id === 'string' ? frontmatter.id : `slide-${index + 1}`,
    title,
    note: note ?? '',
    frontmatter,
  }))
}
