import { defineRoutesSetup } from '@slidev/types'

/**
 * The annotated talk, of which `npm run build` makes a static page, and the handout with its sources in place of the addon's: of two routes
 * with one name the later counts.
 */
export default defineRoutesSetup(routes => [
  ...routes,
  { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') },
  { name: 'read', path: '/read', component: () => import('../pages/read.vue') },
])
