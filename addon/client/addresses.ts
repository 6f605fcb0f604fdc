import type { Router } from 'vue-router'

/** The name that Slidev gives to the route of an address that leads nowhere. */
export const MISSING = 'NotFound'

/** With the slash at which a static host has the page: `/9` becomes `/9/`, and `/9?clicks=2` becomes `/9/?clicks=2`. */
const slashed = (path: string) => path.replace(/^[^?#.]*[^/?#.](?=[?#]|$)/, '$&/')
/** As Slidev's own links count: without it, and without the name of the file. */
function bare(path: string): string {
  return path.replace(/^([^?#]*)\/(?:index(?:\.html)?)?(?=[?#]|$)/, (_, before: string) => before || '/')
}

/**
 * Lets addresses end in a slash, as the pages of a static host do: in the address bar, in links and in what is copied from there. Without
 * it some hosts lose the click on the way to the page, or lead to themselves by a name that nobody else knows. What is no number of clicks
 * is left out, and what names no slide says so.
 * @param router Slidev's
 * @param isSlide whether there is a slide of that number or alias
 */
export function settleAddresses(router: Router, isSlide: (no: string) => boolean): void {
  const { history } = router.options
  const { push, replace, listen, createHref } = history
  Object.assign(history, {
    push: (to, data) => push(slashed(to), data),
    replace: (to, data) => replace(slashed(to), data),
    createHref: to => createHref(slashed(to)),
    listen: callback => listen((to, from, information) => callback(bare(to), bare(from), information)),
  } satisfies Partial<typeof history>)
  router.beforeEach(({ path, query: { clicks, ...others }, hash, params: { no } }) => {
    const here = bare(path)
    const isCount = clicks === undefined || /^\d{1,3}$/.test(String(clicks))
    if (here !== path || !isCount)
      return { path: here, query: { ...others, ...isCount && { clicks } }, hash, replace: true }
    // Of the parts of such an address only its last may need to be decoded.
    return !no || isSlide(String(no))
      || { name: MISSING, params: { pathMatch: [...here.split('/').slice(1, -1), String(no)] }, query: others, hash, replace: true }
  })
}
