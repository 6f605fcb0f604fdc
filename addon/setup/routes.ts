import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'
import { defineRoutesSetup } from '@slidev/types'
import { MISSING } from '../client/addresses'
import { recoverTalkPosition } from '../composables/useTalkMemory'

/** A window opened without a slide's number goes where the talk stands, if one is being given in this browser; else to slide 1. */
function whereTalkStands(path: '' | '/presenter'): RouteRecordRaw {
  return {
    path,
    component: () => null,
    beforeEnter: async ({ query }: RouteLocationNormalized) => {
      const { no, clicks } = await recoverTalkPosition() ?? { no: 1, clicks: 0 }
      return { path: `${path}/${no}`, query: { ...query, clicks: clicks || undefined } }
    },
  }
}

/** Ours in place of Slidev's. */
const OWN: Readonly<Record<string, () => Promise<unknown>>> = {
  presenter: () => import('../pages/presenter.vue'),
  entry: () => import('../pages/entry.vue'),
  [MISSING]: () => import('../pages/missing.vue'),
}

function withOwnPage(route: RouteRecordRaw): RouteRecordRaw {
  const component = OWN[String(route.name)]
  return component ? { ...route, component } as RouteRecordRaw : route
}

/**
 * Adds Slidev's print page to the static build, which Slidev itself ships only with `download`, and a handout. `npm run export` prints them
 * of the built deck, and so can any visitor.
 * Slidev's own ways to slide 1 come after ours.
 */
export default defineRoutesSetup(routes => [
  { name: 'print', path: '/print', component: () => import('../pages/print.vue') },
  { name: 'handout', path: '/handout', component: () => import('../pages/handout.vue') },
  whereTalkStands(''),
  whereTalkStands('/presenter'),
  ...routes.map(withOwnPage),
])
