/** Slidev's dev server shares this state between devices; the defaults stand in vite.config.ts. */
declare module 'server-reactive:stage' {
  const state: { logarithmic: boolean }
  export default state
}
