import type { App } from 'vue'
import type { Edition } from '../deck'
import { useNav } from '@slidev/client'
import { getCurrentInstance, watch } from 'vue'
import { isInFullScreenFrame } from '../client/full-screen'
import { editionAddress, otherEditions, storeEdition } from '../client/other-editions'
import { changeStage, useStage } from './useStage'

/** Goes to the same slide and click in another edition; from the presenter view, all windows of the talk go. */
export function switchEdition(to: Pick<Edition, 'id'> | undefined = otherEditions[0]): void {
  if (!to)
    return
  storeEdition(to.id)
  const { isPresenter } = useNav()
  changeStage({ edition: to.id, editionBy: isPresenter.value ? 'presenter' : 'viewer', editionAt: Date.now() })
  // The presenter view follows itself, as all windows of the talk do.
  if (!isPresenter.value)
    leave(to.id)
}

let app: App | undefined

function leave(id: string): void {
  const { currentPage, clicks, isPresenter } = useNav()
  const edition = otherEditions.find(edition => edition.id === id)
  if (!edition)
    return
  const address = editionAddress(edition, { no: currentPage.value, clicks: clicks.value, isPresenter: isPresenter.value })
  if (app && document.fullscreenElement && !isInFullScreenFrame) {
    const here = app
    import('../client/full-screen-frame').then(({ leaveInFullScreen }) => leaveInFullScreen(address, here), () => location.assign(address))
  }
  else {
    location.assign(address)
  }
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
      leave(stage.edition)
  })
}
