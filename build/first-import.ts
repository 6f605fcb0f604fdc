import type { Plugin } from 'vite'

/** Has Slidev's client run a module of ours before any of its own: what they need while they start has no other place. */
export function importFirst(file: string): Plugin {
  return {
    name: 'deck:import-first',
    enforce: 'pre',
    transform(code, id) {
      return /@slidev\/client\/main\.ts$/.test(id) ? { code: `import ${JSON.stringify(file)}\n${code}`, map: null } : undefined
    },
  }
}
