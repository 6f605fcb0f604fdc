import process from 'node:process'

/** Runs the body of a command. An error ends it with exit code 1 and its message alone: a reader needs what to do, not our stack. */
export function runCli(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.DEBUG && error instanceof Error)
      process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  })
}

/** Writes a line of progress. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
