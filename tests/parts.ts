/** What is asked before work lands, and not at each `npm test`: `npm run test:landing`. */
export const LANDING = { tags: ['landing'] }

/**
 * Cases of one kind in two parts, each with the options of its tests: those of each `npm test`, and those that are asked before work lands.
 * @param cases all of them
 * @param isFirst which belong to each `npm test`
 */
export function inParts<T>(cases: readonly T[], isFirst: (one: T, index: number) => boolean) {
  const [first, other] = [cases.filter(isFirst), cases.filter((one, index) => !isFirst(one, index))]
  return [{ when: 'always', some: first, options: {} }, { when: 'before landing', some: other, options: LANDING }]
}
