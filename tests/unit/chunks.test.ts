import { describe, expect, it, vi } from 'vitest'
import { chunks } from '../../addon/vite/chunks'

const plugin = chunks() as unknown as Record<'outputOptions' | 'generateBundle', (...args: unknown[]) => unknown>
const MODULES = [
  '/x/@slidev/client/main.ts',
  '/x/@slidev/client/pages/play.vue',
  '/deck/slides.zh.md__slidev_1.md',
  '/deck/slides.zh.md__slidev_2.md',
]

/** What the plugin says of a build whose first script has these modules. */
function finish(moduleIds: string[]): string {
  const error = vi.fn<(message: string) => void>()
  plugin.generateBundle.call({ error }, {}, { 'a.css': { type: 'asset' }, 'a.js': { type: 'chunk', name: 'first-slide', moduleIds } })
  return error.mock.calls.join()
}

describe('the scripts of the first slide', () => {
  it('are gathered in two files in place of Slidev\'s', () => {
    const { codeSplitting, sanitizeFileName: _, ...rest } = plugin.outputOptions({ dir: 'dist', manualChunks: () => 'modules/vue' }) as {
      sanitizeFileName: unknown
      codeSplitting: { groups: { name: string, test: RegExp | ((id: string) => boolean) }[] }
    }
    const fileOf = (id: string) => codeSplitting.groups.find(({ test: has }) => has instanceof RegExp ? has.test(id) : has(id))?.name
    expect(rest).toEqual({ dir: 'dist' })
    expect(MODULES.map(fileOf)).toEqual(MODULES.map(() => 'first-slide'))
    expect(
      ['@vue/runtime-core/a.js', 'vue/a.js', 'vue-router/a.js', '@vueuse/core/a.js'].map(file => fileOf(`/x/node_modules/${file}`)),
    ).toEqual(Array.from({ length: 4 }, () => 'vue'))
    expect(['/deck/slides.md__slidev_12.md', '/x/@slidev/client/pages/presenter.vue', '/x/node_modules/vuex/a.js'].map(fileOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('have names that every host serves', () => {
    const { sanitizeFileName } = plugin.outputOptions({}) as { sanitizeFileName: (name: string) => string }
    expect(['\0virtual:deck-notes', '__uno_icons.css', 'slidev/__a', 'first-slide', '陈述'].map(sanitizeFileName)).toEqual(
      ['virtual_deck-notes', 'uno_icons.css', 'slidev/a', 'first-slide', 'part'],
    )
  })

  it('stop the build when one of the modules that they start from is gone', () => {
    expect(finish(MODULES)).toBe('')
    expect(finish(MODULES.slice(1))).toContain('main')
  })
})
