import process from 'node:process'

/** What a long command tells while it works: what has been done, to how many of how many pages. */
export type Report = (what: string, n: number, total: number) => void

/** Tells nothing. */
export const noReport: Report = () => {}

/** Tells "name: page n of N what" on the standard error: one line that counts up in a terminal, a line for each page elsewhere. */
export function reportFor(name: string, stream: NodeJS.WriteStream = process.stderr): Report {
  let last = ''
  return (what, n, total) => {
    const line = `${name}: page ${n} of ${total} ${what}`
    if (line === last)
      return
    last = line
    stream.write(stream.isTTY ? `\r\u001B[K${line}${n === total ? '\n' : ''}` : `${line}\n`)
  }
}
