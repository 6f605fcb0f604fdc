/** What a deck's pages on paper may import of the addon: apart from `index.ts`, so that no visitor of the slides loads it. */
export { default as HandoutPages } from './components/HandoutPages.vue'
