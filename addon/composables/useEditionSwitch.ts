import type { App } from 'vue'
import type { Edition } from '../deck'
import type { SlidePosition } from '../lib/slide-position'
import { useNav } from '@slidev/client'
import { promiseTimeout } from '@vueuse/core'
import { getCurrentInstance, watch } from 'vue'
import { isInFullScreenFrame } from '../client/full-screen'
import { keepKeys } from '../client/keep-keys'
import { baseOf, editionAddress, otherEditions, storeEdition } from '../client/other-editions'
import { changeStage, useStage } from './useStage'

/** How long a step may take until the address tells of it, in milliseconds; nobody sees a page come that much later. */
const STEP = 100

const leaving = () => import('../client/leave-page')

let isLeaving = false
/** From now on what is pressed is kept for the page that comes. */
function carryTo(edition: Pick<Edition, 'folder'>): void {
  if (isLeaving)
    return
  isLeaving = true
  const keys: KeyboardEvent[] = []
  const letGo = keepKeys(keys)
  const release = () => {
    letGo()
    isLeaving = false
  }
  leaving().then(({ carryKeys }) => carryKeys(baseOf(edition), keys, release), release)
}

/**
 * Goes to the same slide and click in another edition, also when the last step was made a moment before; from the presenter view, all
 * windows of the talk go.
 */
export async function switchEdition(to: Pick<Edition, 'id' | 'folder'> | undefined = otherEditions[0]): Promise<void> {
  if (!to)
    return
  carryTo(to)
  await promiseTimeout(STEP)
  storeEdition(to.id)
  const { isPresenter, currentPage } = useNav()
  // By the address: until its slide is drawn for the first time, Slidev counts none of its clicks.
  const here: SlidePosition = { no: currentPage.value, clicks: Number(new URLSearchParams(location.search).get('clicks')) }
  changeStage({
    edition: to.id,
    editionBy: isPresenter.value ? 'presenter' : 'viewer',
    editionAt: Date.now(),
    editionNo: here.no,
    editionClicks: here.clicks,
  })
  // The presenter view follows itself, as all windows of the talk do.
  if (!isPresenter.value)
    leave(to.id, here)
}

let app: App | undefined

function leave(id: string, position: SlidePosition): void {
  const { isPresenter } = useNav()
  const edition = otherEditions.find(edition => edition.id === id)
  if (!edition)
    return
  const address = editionAddress(edition, { ...position, isPresenter: isPresenter.value })
  carryTo(edition)
  const go = () => location.assign(address)
  // Its file has what was pressed carried along: nobody leaves before.
  leaving().then(({ leaveInFullScreen }) => {
    if (app && document.fullscreenElement && !isInFullScreenFrame)
      leaveInFullScreen(address, app)
    else
      go()
  }, go)
}

/**
 * Lets this window follow when the talk changes its language. What was said before this window was opened is past; and a reader's second
 * tab does not follow the first.
 */
export function followEdition(): void {
  app = getCurrentInstance()?.appContext.app
  const { isPresenter } = useNav()
  const stage = useStage()
  watch(() => stage.editionAt, (at) => {
    if (at > performance.timeOrigin && (stage.editionBy === 'presenter' || isPresenter.value))
      leave(stage.edition, { no: stage.editionNo, clicks: stage.editionClicks })
    // Also what was said while this page was on its way, by whoever pressed the key again.
  }, { immediate: true })
}
