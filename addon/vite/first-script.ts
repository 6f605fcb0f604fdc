import type { Plugin } from 'vite'
import { normalizePath } from 'vite'

/** Has every page of the build run a module before the deck's own ones, of which some look at the browser while they are loaded. */
export function firstScript(file: string): Plugin {
  // Vite's ids have slashes on Windows, too.
  const id = normalizePath(file)
  let base = '/'
  return {
    name: 'deck:first-script',
    apply: 'build',
    configResolved: config => void (base = config.base),
    buildStart() {
      this.emitFile({ type: 'chunk', id })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(output => output.type === 'chunk' && output.facadeModuleId === id)
        if (!chunk)
          throw new Error(`The build has no chunk for "${id}".`)
        return [{ tag: 'script', attrs: { type: 'module', crossorigin: '', src: base + chunk.fileName }, injectTo: 'head-prepend' }]
      },
    },
  }
}
