import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { flag } from '../addon/node/cli/options'
import { runVitest } from './run-vitest'

/** What we hand out, in other people's programs. */
export const command = defineCommand({
  name: 'test:documents',
  summary: 'Opens data, charts, PowerPoint and PDFs of both decks in other programs and compares what they show: many minutes.',
  options: {
    data: flag('only the data, which needs no build'),
  },
  refused: { edition: 'it opens all editions' },
  examples: ['npm run test:documents', 'npm run test:documents -- --data'],
  run: async ({ data }) => {
    const { fetchPackages, missing } = await import('../tests/documents/programs')
    await fetchPackages()
    for (const program of missing())
      log(`not installed, and so not tried: ${program}`)
    await runVitest(['--mode', data ? 'data' : 'documents', '--project', 'documents'])
  },
})

runIfMain(command, import.meta.url)
