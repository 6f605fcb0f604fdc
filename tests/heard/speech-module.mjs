/**
 * An output module of speech-dispatcher that speaks nothing: it writes down each utterance with its time, one a line, and is done with it
 * at once. Its protocol is lines on both pipes (speech-dispatcher 0.11, "Output modules" in its manual).
 * The argument is the file.
 */
import { appendFileSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'

const file = process.argv[2]
const answer = (...lines) => process.stdout.write(`${lines.join('\n')}\n`)

/** What comes after the lines that are being received, up to one with a full stop. */
let then
let received = []

function receive(answered, done) {
  answer(answered)
  then = done
  received = []
}

function write(kind) {
  appendFileSync(file, `${JSON.stringify({ at: Date.now(), kind, text: received.join('\n') })}\n`)
  answer('200 OK SPEAKING', '701 BEGIN', '702 END')
}

// By then it is done.
function stop() {}

const SPOKEN = ['SPEAK', 'CHAR', 'KEY', 'SOUND_ICON']
const commands = {
  'INIT': () => answer('299-It writes down what is said.', '299 OK LOADED SUCCESSFULLY'),
  'AUDIO': () => receive('207 OK RECEIVING AUDIO SETTINGS', () => answer('203 OK AUDIO INITIALIZED')),
  'LOGLEVEL': () => receive('207 OK RECEIVING LOGLEVEL SETTINGS', () => answer('203 OK LOG LEVEL SET')),
  'SET': () => receive('203 OK RECEIVING SETTINGS', () => answer('203 OK SETTINGS RECEIVED')),
  'LIST VOICES': () => answer('200-heard\ten\tnone', '200 OK VOICE LIST SENT'),
  'STOP': stop,
  'PAUSE': stop,
  'QUIT': () => {
    answer('210 OK QUIT')
    process.exit()
  },
}
for (const kind of SPOKEN)
  commands[kind] = () => receive('202 OK RECEIVING MESSAGE', () => write(kind))

createInterface({ input: process.stdin }).on('line', (line) => {
  if (!then)
    return (commands[line] ?? (() => answer('300 ERR UNKNOWN COMMAND')))()
  if (line !== '.')
    return received.push(line.startsWith('..') ? line.slice(1) : line)
  const done = then
  then = undefined
  done()
}).on('close', () => process.exit())
