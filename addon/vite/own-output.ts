import type { Plugin } from 'vite'
import process from 'node:process'
import { claimFolder, OWN_BUILD, writeMarker } from '../node/cli/output-folder'

/** What Slidev adds to a build after Vite. */
const ADDED = ['404.html', '_redirects']

/**
 * Keeps a plain `npx slidev build` to the rule of `npm run build`: Slidev empties its folder, and so it gets only one that is new or empty,
 * or that holds an earlier build. Our own commands have seen to that before they start it.
 */
export function ownOutput(): Plugin {
  let dir = ''
  return {
    name: 'deck:own-output',
    apply: 'build',
    async configResolved({ build, root }) {
      if (process.env[OWN_BUILD])
        return
      dir = await claimFolder(build.outDir, root).catch((error: Error) => {
        // Slidev prints the stack.
        error.stack = `\n${error.message}\n`
        throw error
      })
    },
    async closeBundle(error) {
      if (dir && !error)
        await writeMarker(dir, ADDED)
    },
  }
}
