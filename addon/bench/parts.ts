/** What `npm run bench` measures: the first key and the cost of a visit, beside plain slides of other programs; and the first visit. */
export const PARTS = ['keys', 'cost', 'visit'] as const
export type Part = (typeof PARTS)[number]
