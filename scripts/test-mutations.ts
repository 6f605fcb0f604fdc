import { defineCommand, runIfMain, say } from '../addon/node/cli/cli'
import { choice, valued } from '../addon/node/cli/options'
import { kinds } from './mutations/types'

/** Whether the tests notice what users would. */
export const command = defineCommand({
  name: 'test:mutations',
  summary:
    'Breaks a copy of the project in one way after the other, runs the tests that should notice, and tells what survived: an hour or so.',
  options: {
    kind: choice('only these', 'kind', kinds),
    only: valued('only those whose file or name contains this', 'text', 'a text', text => text),
  },
  refused: { edition: 'each mutation names its tests' },
  examples: ['npm run test:mutations', 'npm run test:mutations -- --kind keys', 'npm run test:mutations -- --only timeline'],
  run: async ({ kind, only }) => {
    const [{ mutations }, { runMutations }] = await Promise.all([import('./mutations/list'), import('./mutations/run')])
    const chosen = mutations.filter(
      mutation => (!kind || mutation.kind === kind) && (!only || `${mutation.file} ${mutation.name}`.includes(only)),
    )
    if (chosen.length === 0)
      throw new Error('No mutation is like that.')
    const outcomes = await runMutations(chosen, ({ mutation, noticedBy, seconds }) =>
      say(
        `${noticedBy ? 'noticed ' : 'SURVIVED'} ${String(seconds).padStart(4)} s  ${mutation.kind.padEnd(7)} `
        + `${mutation.name}\n${' '.repeat(26)}${noticedBy ?? mutation.file}`,
      ))
    const survivors = outcomes.filter(({ noticedBy }) => !noticedBy)
    say(`${outcomes.length} mutations, ${survivors.length} survived.`)
    if (survivors.length > 0)
      throw new Error(survivors.map(({ mutation: { file, name } }) => `${file}: ${name}`).join('\n'))
  },
})

runIfMain(command, import.meta.url)
