import type { RemoteArguments } from './remote'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import process from 'node:process'
import { renderUnicodeCompact } from 'uqr'
import { assertDeck } from '../lib/validate-deck'
import { editionOfEntry, editions } from '../locales/editions'
import { ROOT, SLIDEV } from './build'
import { runCli, say } from './cli'
import { networkAddresses, presenterAddress, remoteArguments } from './remote'

/** Where Slidev looks first, too. */
const FIRST_PORT = 3030
const EVERYWHERE = '0.0.0.0'

/** The first port from `port` on at which nothing listens yet. */
function freePort(host: string, port = FIRST_PORT): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(freePort(host, port + 1)) : reject(error))
    probe.listen(port, host, () => probe.close(() => resolve(String(port))))
  })
}

/** Tells how a second device becomes the presenter. */
function tellRemote(remote: RemoteArguments, hosts: readonly string[], port: string): void {
  const [address, ...others] = hosts.map(host => presenterAddress(host, port, remote))
  if (!address)
    return say('This machine is in no network: no other device can reach it.')
  say(`\n  Presenter on another device of this network, password ${remote.password}:\n\n  ${address}\n`)
  say(renderUnicodeCompact(address).replace(/^/gm, '  '))
  if (others.length > 0)
    say(`\n  Or, by this machine's other addresses:\n  ${others.join('\n  ')}`)
  say('\n  Whoever is in this network can see the slides, the notes and this folder, and can move the slides. Use it among people you trust.')
}

/**
 * `npm start [-- zh --remote …]`: Slidev's dev server, with the arguments as typed; the short name of an edition stands for its slides. Only `--remote` makes it listen beyond this machine,
 * and then with a password.
 */
runCli(async () => {
  const entries = new Map<string, string>(editions.map(({ id, entry }) => [id, entry]))
  const remote = remoteArguments(process.argv.slice(2).map((argument, index) => index === 0 ? entries.get(argument) ?? argument : argument))
  const args = [...remote.args]
  const entry = args.find(argument => argument.endsWith('.md'))
  await assertDeck({ edition: editionOfEntry(entry ?? editions[0].entry), shownOnly: true })
  if (remote.password !== undefined) {
    const host = remote.bind || EVERYWHERE
    const port = remote.port || await freePort(host)
    if (!remote.port)
      args.push('--port', port)
    tellRemote(remote, host === EVERYWHERE ? networkAddresses() : [host], port)
  }
  // Vite's hundred lines on how it may load its configuration one day would bury the addresses.
  const env = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...process.env }
  const slidev = spawn(process.execPath, [SLIDEV, ...args], { cwd: ROOT, env, stdio: 'inherit' })
  process.once('SIGTERM', () => slidev.kill())
  // Ctrl+C reaches both; Slidev decides when it is done.
  process.on('SIGINT', () => {})
  process.exitCode = await new Promise<number>((resolve, reject) => {
    slidev.once('error', reject)
    slidev.once('exit', code => resolve(code ?? 1))
  })
})
