import { defineCommand, log, runIfMain } from '../addon/node/cli/cli'
import { builtFolder, flag, valued } from '../addon/node/cli/options'
import { UsageError } from '../addon/node/cli/usage-error'
import { runVitest } from './run-vitest'

/** Words of the names of servers, as typed: `nginx,Apache`. */
const names = (text: string) => /^[a-z][\w -]*(?:,[a-z][\w -]*)*$/i.test(text) ? text : undefined

/** The site on the servers that people put it on. */
export const command = defineCommand({
  name: 'test:hosts',
  summary: 'Puts five slides on nginx, Apache and other servers, each on a port of its own, visits them, and prints a table: many minutes.',
  options: {
    only: valued('only servers whose names begin so', 'names', 'names of servers, such as nginx,Apache', names),
    short: flag('only ask for addresses, without a visit by a browser'),
    before: builtFolder('instead, what a visitor of this site, built by an earlier commit, gets when today\'s takes its place'),
  },
  refused: { edition: 'it serves all editions' },
  examples: ['npm run test:hosts', 'npm run test:hosts -- --only nginx,Apache --short'],
  check: ({ short, before }) => {
    if (before !== undefined && short)
      throw new UsageError('--before is a visit: it goes without --short.')
  },
  run: async ({ only, short, before }) => {
    log('building the deck where a source has changed, and putting it on servers; npm fetches those that are its packages')
    const env = { ...only && { HOSTS: only }, ...short && { HOSTS_VISITS: 'no' }, ...before && { HOSTS_BEFORE: before } }
    await runVitest(['--mode', 'hosts', '--project', 'hosts', before ? 'tests/hosts/returning.test.ts' : 'tests/hosts/hosts.test.ts'], env)
  },
})

runIfMain(command, import.meta.url)
