import process from 'node:process'
import { freePort } from '../node/browser/ports'
import { defineCommand, log, runIfMain } from '../node/cli/cli'
import { BASE_EXPECTS, choice, flag, port, readBasePath, readEdition, valued } from '../node/cli/options'
import { networkAddresses, presenterAddress, randomPassword } from '../node/cli/remote'
import { UsageError } from '../node/cli/usage-error'
import { assertDeck } from '../node/deck'
import { LOG_LEVELS, runSlidev } from '../node/slidev/slidev-server'

/** Where Slidev looks first, too. */
const FIRST_PORT = 3030
const EVERYWHERE = '0.0.0.0'

/** The options of the dev server; those of Slidev's own that are worth having are among them, under the same names. */
const options = {
  port: port(`where to listen (default: ${FIRST_PORT}, or the next that is free)`, { short: 'p' }),
  open: flag('open the deck in the browser', { short: 'o' }),
  remote: {
    summary: 'let other devices of the network in, with this password or a random one',
    value: '[password]',
    expects: 'a password, or nothing for a random one',
    fallback: undefined as string | undefined,
    // Without one, Slidev would let everyone in.
    read: (text: string | undefined) => text ?? randomPassword(),
  },
  bind: valued('with --remote: the only address to listen at (default: all)', 'address', 'an address of this machine', text => text),
  base: valued('the path below which the deck lies', 'path', BASE_EXPECTS, readBasePath, { fallback: '/' }),
  force: flag('make Vite optimize all packages anew', { short: 'f' }),
  log: choice('how much Vite tells', 'level', LOG_LEVELS, { fallback: 'warn' }),
}

/** Tells how a second device becomes the presenter. */
async function sayRemoteAddresses(hosts: readonly string[], port: number, way: { base: string, password: string }): Promise<void> {
  const [address, ...others] = hosts.map(host => presenterAddress(host, port, way))
  if (!address)
    return log('This machine is in no network: no other device can reach it.')
  const { renderUnicodeCompact } = await import('uqr')
  log(`\n  Presenter on another device of this network, password ${way.password}:\n\n  ${address}\n`)
  log(renderUnicodeCompact(address).replace(/^/gm, '  '))
  if (others.length > 0)
    log(`\n  Or, by this machine's other addresses:\n  ${others.join('\n  ')}`)
  log('\n  Whoever is in this network can see the slides, the notes and this folder, and can move the slides.')
  log('  Use it among people you trust.')
}

/** Slidev's dev server. Only `--remote` makes it listen beyond this machine, and then with a password. */
export const command = defineCommand({
  name: 'start',
  summary: 'Shows the deck while you edit it: Slidev\'s dev server, which follows each save.',
  editions: 'first',
  options,
  refused: {
    theme: 'the theme stands in the first lines of the slides',
    tunnel: 'Slidev\'s tunnel would put the notes and this folder on the internet; --remote stays in your network',
    inspect: 'it is for those who work on Vite; use "npx slidev --inspect"',
    minutes: 'the length of a talk is for "npm run rehearse"',
  },
  examples: ['npm start', 'npm start -- zh --open', 'npm start -- --port 4000', 'npm start -- --remote'],
  check: ({ bind, remote }) => {
    if (bind !== undefined && remote === undefined)
      throw new UsageError('--bind goes with --remote: without that, nothing listens beyond this machine.')
    if (remote !== undefined && readEdition(remote))
      throw new UsageError(`"${remote}" after --remote would be the password: name the edition first, "npm start -- ${remote} --remote".`)
  },
  run: async ({ port: wanted, remote: password, bind, ...others }, [edition]) => {
    log(`starting the deck, ${edition.name} (${edition.entry})`)
    await assertDeck({ edition, shownOnly: true })
    const host = password === undefined ? 'localhost' : bind ?? EVERYWHERE
    const port = await freePort(host, wanted ?? FIRST_PORT, wanted !== undefined)
    if (wanted === undefined && port !== FIRST_PORT)
      log(`Port ${FIRST_PORT} is taken by another program, perhaps by another "npm start": this is port ${port}.`)
    const url = `http://${bind ?? 'localhost'}:${port}${others.base}`
    let isFirst = true
    process.exitCode = await runSlidev({ edition, port, bind, password, ...others }, () => {
      if (!isFirst)
        return log(`The deck is there again: ${url}`)
      isFirst = false
      log(`
  audience    ${url}
  presenter   ${url}presenter/
  overview    ${url}overview/

  ? shows all keys. Ctrl+C stops the server.
`)
      if (password !== undefined)
        void sayRemoteAddresses(bind && bind !== EVERYWHERE ? [bind] : networkAddresses(), port, { base: others.base, password })
    })
  },
})

runIfMain(command, import.meta.url)
