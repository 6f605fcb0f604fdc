/**
 * Where a line may end within Chinese text that is kept together: after a stop and what closes with it, unless more of that follows; and
 * before a bracket.
 */
const CLAUSE_END
  = /(?<=[，。、；：？！）》〉」』】][”’）》〉」』】]*)(?=[^\s，。、；：？！”’）》〉…」』】])|(?<=[\p{Script=Han}\w])(?=[（《〈「『【])/u

/**
 * Cuts Chinese text after its stops and before its brackets. Where lines break between clauses only (`word-break: keep-all`), WebKit needs
 * a `<wbr>` there; other engines break there by themselves.
 */
export function clauses(text: string): string[] {
  return text.split(CLAUSE_END)
}

/** Keeps a number beside its measure word, from which a space divides it. */
export function keepMeasures(text: string): string {
  return text.replace(/(?<=\d) (?=\p{Script=Han})/gu, '\u00A0')
}
