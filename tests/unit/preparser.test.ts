import { describe, expect, it } from 'vitest'
import setup from '../../setup/preparser'

/** Runs the deck's preparser over a text as Slidev does. */
async function prepare(text: string) {
  const [extension] = await setup({ filepath: 'slides.md', headmatter: {} })
  const lines = text.split('\n')
  await extension!.transformRawLines!(lines)
  return { lines, extension: extension! }
}

const SLIDE = `---
id: growth
---

# From [[headcount-start]] to [[headcount-now]]

<PaperChart />

<!--
[click] It grew [[headcount-growth]].
-->
`

describe('preparser', () => {
  it('puts figures into titles and notes', async () => {
    const { lines } = await prepare(SLIDE)
    expect(lines).toContain('# From 22 to 2,000+')
    expect(lines).toContain('[click] It grew × 90 or more.')
  })

  it('hands the slide the sources of its text and of its exhibits, but not of its notes', async () => {
    const { extension } = await prepare(SLIDE)
    const frontmatter: Record<string, unknown> = { id: 'growth' }
    await extension.transformSlide!('', frontmatter)
    expect(frontmatter.sources).toEqual([{
      section: 'origin',
      figures: ['headcount-start', 'headcount-now', 'papers-total', 'cvpr-papers', 'cvpr-year', 'eccv-papers', 'eccv-year'],
    }])
  })

  it('traces a derived figure to the figures that it stands on', async () => {
    const { extension } = await prepare('---\nid: x\n---\n\n# Grown [[headcount-growth]]')
    const frontmatter: Record<string, unknown> = { id: 'x' }
    await extension.transformSlide!('', frontmatter)
    expect(frontmatter.sources).toEqual([{ section: 'origin', figures: ['headcount-now', 'headcount-start'] }])
  })

  it('names file, line and id of a token that does not exist', async () => {
    await expect(prepare('# One\n\n[[headcont]]')).rejects.toThrow('slides.md:3: [[headcont]]: no figure has the id "headcont"')
  })
})
