import { defineRoutesSetup } from '@slidev/types'

/**
 * The annotated talk, of which `npm run build` makes a static page, and the handout with its sources in place of the addon's: of two routes
 * with one name the later counts.
 */
export default defineRoutesSetup(routes => [
  ...routes,
  { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') },
  // It is made of the notes.
  ...import.meta.env.VITE_DECK_WITHOUT_NOTES ? [] : [{ name: 'read', path: '/read', component: () => import('../pages/read.vue') }],
])
