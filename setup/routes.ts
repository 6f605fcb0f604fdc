import { defineRoutesSetup } from '@slidev/types'

/**
 * Adds Slidev's print page to the static build, which Slidev itself ships only with `download`, our handout, and the annotated talk.
 * `npm run export` prints the first two of the built deck, and so can any visitor; `scripts/read-page.ts` makes a static page of the last.
 */
export default defineRoutesSetup(routes => [
  { name: 'print', path: '/print', component: () => import('@slidev/client/pages/print.vue') },
  { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') },
  { name: 'read', path: '/read', component: () => import('../pages/read.vue') },
  ...routes,
])
