import { defineRoutesSetup } from '@slidev/types'

/**
 * Adds Slidev's print page to the static build, which Slidev itself ships only with `download`, and our handout.
 * `npm run export` prints these pages of the built deck, and so can any visitor.
 */
export default defineRoutesSetup(routes => [
  { name: 'print', path: '/print', component: () => import('@slidev/client/pages/print.vue') },
  { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') },
  ...routes,
])
