import type { App } from 'vue'

/** A directive that says why it does not work here, should a slide ask for it where the build could not see it. */
function leftOut(name: string) {
  return () => ({
    install(app: App) {
      app.directive(name, () => {
        throw new Error(`v-${name} is left out of this deck by addon/vite/slim.ts`)
      })
    },
  })
}

export const createVDragDirective = leftOut('drag')
export const createVMarkDirective = leftOut('mark')
export const createVMotionDirectives = leftOut('motion')
