import { useNav } from '@slidev/client'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { showOverview } from '@slidev/client/state/storage.ts'
import { defineAsyncComponent, defineComponent, h, watch } from 'vue'

/** The overview, ours in place of Slidev's; it comes when it is asked for. */
const SlideOverview = defineAsyncComponent(() => import('../../components/SlideOverview.vue'))

export default defineComponent(() => {
  const { currentPage } = useNav()
  // Arrows may be pressed before it is there.
  watch([currentPage, showOverview], () => currentOverviewPage.value = currentPage.value, { immediate: true, flush: 'sync' })
  return () => showOverview.value ? h(SlideOverview) : undefined
})
