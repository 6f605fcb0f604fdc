import type { CommandDefinition } from '../addon/node/cli/cli'
import { defineCommand, log } from '../addon/node/cli/cli'
import { runVitest } from './run-vitest'

/**
 * The command that walks through both decks in another engine than Chromium.
 * @param project of Vitest
 * @param browser how people call it
 */
export function engineCommand(project: 'firefox' | 'webkit', browser: string): CommandDefinition {
  return defineCommand({
    name: `test:${project}`,
    summary: `Walks through every slide of every edition in ${browser}, light and dark, in two windows, with all keys: some minutes.`,
    options: {},
    refused: { edition: 'it walks through all editions' },
    examples: [`npm run test:${project}`],
    run: async () => {
      const { missingFor } = await import('../tests/engines/missing')
      const missing = missingFor(project)
      if (missing)
        throw new Error(missing)
      log(`building the decks where a source has changed, and walking through them in ${browser}, some minutes`)
      await runVitest(['--mode', 'all', '--project', project])
    },
  })
}
