import type { FigureStyle } from '../../figures/format'
import { describe, expect, it } from 'vitest'
import { derivedFigures, figures, printables } from '../../data'
import { formatFigure } from '../../figures/format'
import { slideEvidence } from '../../figures/slide-evidence'
import { editions } from '../../locales/editions'
import { wordsOf } from '../../locales/records'
import setup from '../../setup/preparser'

/** Runs the deck's preparser over a text as Slidev does. */
async function prepare(text: string, filepath = 'slides.md') {
  const [extension] = await setup({ filepath, headmatter: {} })
  const lines = text.split('\n')
  await extension!.transformRawLines!(lines)
  return { lines, extension: extension! }
}

const [figure, other] = figures
const derived = derivedFigures.find(({ from }) => from.some(id => figures.some(figure => figure.id === id)))!
function printed(id: string, edition: (typeof editions)[number] = editions[0], style?: FigureStyle) {
  return formatFigure(
    printables.get(id)!,
    wordsOf(edition),
    style,
  )
}

/** What a slide is handed that shows no other source. */
const handed = (markdown: string) => ({ ...slideEvidence(markdown), others: undefined })

const SLIDE = `---
id: growth
---

# From [[${figure!.id}]] to [[${other!.id}]]

<PaperChart />

<!--
[click] It grew [[${derived.id}]].
-->
`

describe('preparser', () => {
  it.each(editions)('puts figures into titles and notes in $name', async (edition) => {
    const { lines } = await prepare(SLIDE, edition.entry)
    expect(lines).toContain(`# From ${printed(figure!.id, edition)} to ${printed(other!.id, edition)}`)
    expect(lines).toContain(`[click] It grew ${printed(derived.id, edition)}.`)
  })

  it('hands the slide the sources of its text and of its exhibits, but not of its notes', async () => {
    const { extension } = await prepare(SLIDE)
    const frontmatter: Record<string, unknown> = { id: 'growth' }
    await extension.transformSlide!('', frontmatter)
    expect(frontmatter).toMatchObject(handed(`[[${figure!.id}]] [[${other!.id}]] <PaperChart />`))
    expect(JSON.stringify(frontmatter.sources)).toContain('papers-total')
  })

  it('hands each slide its own evidence, with or without an id, and with one that another has', async () => {
    const { extension } = await prepare(`---\nid: x\n---\n\n# A [[${figure!.id}]]\n\n---\nid: x\n---\n\n# B <PaperChart />\n\n---\n\n# C`)
    const found: Record<string, unknown>[] = [{}, {}, {}]
    for (const frontmatter of found)
      await extension.transformSlide!('', frontmatter)
    expect(found).toEqual([handed(`[[${figure!.id}]]`), handed('<PaperChart />'), handed('')])
  })

  it('traces a derived figure to the figures that it stands on', async () => {
    const { extension } = await prepare(`---\nid: x\n---\n\n# Grown [[${derived.id}]]`)
    const frontmatter: { sources?: { figures: string[] }[] } = {}
    await extension.transformSlide!('', frontmatter)
    expect(frontmatter.sources!.flatMap(({ figures }) => figures)).toEqual(
      derived.from.filter(id => figures.some(figure => figure.id === id)),
    )
  })

  it('names file, line and id of a token that does not exist', async () => {
    await expect(prepare('# One\n\n[[headcont]]')).rejects.toThrow(/^slides\.md:3: \[\[headcont\]\]: /)
  })
})
