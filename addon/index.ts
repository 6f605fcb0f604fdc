/** What a deck's components may import of the addon: its one door in the browser. */
export { edition } from './client/edition'
export { default as ExhibitFrame } from './components/ExhibitFrame.vue'
export { default as MixedText } from './components/MixedText.vue'
export { default as TalkReturn } from './components/TalkReturn.vue'
export { useIsNear } from './composables/useIsNear'
export { isToggled, toggle } from './composables/useStage'
export { useTalk } from './composables/useTalk'
export { words as talkWords } from './locales'
