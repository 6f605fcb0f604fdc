/** What a mutation breaks. */
export const kinds = ['data', 'words', 'layout', 'keys', 'sync', 'hosting', 'pdf', 'build'] as const
export type Kind = (typeof kinds)[number]

/** One way to break the project that a user would notice. */
export interface Way {
  /** What a user notices, in a sentence. */
  readonly name: string
  /** Whether it was proposed by someone who had not read the tests. */
  readonly outside: boolean
  /** From the repository. */
  readonly file: string
  /** Text that stands there exactly once. */
  readonly find: string
  readonly replace: string
  /** What should notice: a project of Vitest and its files, below `tests/`. */
  readonly tests: readonly [project: string, ...files: string[]]
}

export interface Mutation extends Way {
  readonly kind: Kind
}
