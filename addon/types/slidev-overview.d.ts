/** The part of `@slidev/client/logic/overview.ts` that the overview uses. */
import type { Ref } from 'vue'

/** The slide that is chosen in the overview, and how many stand in a row: arrows go by them. */
export const currentOverviewPage: Ref<number>
export const overviewRowCount: Ref<number>
