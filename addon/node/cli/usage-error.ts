/** What was typed can't be done as typed. The message is one sentence for whoever typed it. */
export class UsageError extends Error {}
