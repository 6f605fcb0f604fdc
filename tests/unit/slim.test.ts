import type { Cut } from '../../addon/vite/slim'
import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CUTS, slim } from '../../addon/vite/slim'

/** A cut that replaces an import of this name. */
function cut(name: string, rest: Partial<Cut> = {}): Cut {
  return { name, ids: [new RegExp(`^${name}$`)], instead: './empty.css', ...rest }
}

/** The plugin as a build runs it, with these imports. */
async function build(cuts: Cut[], imports: [id: string, importer?: string][]) {
  const plugin = slim(process.cwd(), cuts) as unknown as Record<
    'buildStart' | 'generateBundle',
    (...args: unknown[]) => unknown
  > & { resolveId: { handler: (...args: unknown[]) => unknown } }
  const context = {
    resolve: async (id: string) => ({ id: `/resolved/${id}` }),
    error: (message: string) => {
      throw new Error(message)
    },
  }
  await plugin.buildStart.call(context)
  const resolved = []
  for (const [id, importer] of imports)
    resolved.push(await plugin.resolveId.handler.call(context, id, importer))
  plugin.generateBundle.call(context)
  return resolved
}

afterEach(() => vi.restoreAllMocks())

describe('what Slidev bundles and the deck does without', () => {
  it('is replaced, for the importers that it is for', async () => {
    const cuts = [cut('a'), cut('b', { importer: /view\.vue/, instead: 'other/module' })]
    const [a, b, elsewhere, untouched] = await build(cuts, [['a'], ['b', '/x/view.vue'], ['b', '/x/other.vue'], ['c']])
    expect(a).toMatch(/addon\/vite\/slim\/empty\.css$/)
    expect(b).toEqual({ id: '/resolved/other/module' })
    expect([elsewhere, untouched]).toEqual([undefined, undefined])
  })

  it('stops the build by its name when nothing imports it any more', async () => {
    await expect(build([cut('a'), cut('b')], [['a']])).rejects.toThrow('leaves out: b (/^b$/).')
  })

  it('stops the build when one of several imports is gone', async () => {
    await expect(build([cut('both', { ids: [/^a$/, /^b$/] })], [['a']])).rejects.toThrow('leaves out: both (/^b$/).')
  })

  it('stops the build when a slide needs it, with the file', async () => {
    await expect(build([cut('the cover', { need: /^layout: cover$/m })], [])).rejects.toThrow(
      /slides(?:\.\w+)?\.md needs what addon\/vite\/slim\.ts leaves out: the cover/,
    )
  })

  it('has something in its place', () => {
    const files = CUTS.filter(({ instead }) => instead.startsWith('./')).map(({ instead }) => instead)
    expect(files.filter(file => !existsSync(`addon/vite/slim/${file}`))).toEqual([])
    expect(new Set(CUTS.map(({ name }) => name)).size).toBe(CUTS.length)
  })
})
