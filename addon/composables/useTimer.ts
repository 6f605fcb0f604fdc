import { configs } from '@slidev/client'
import { computed } from 'vue'
import { minutesOf } from '../lib/talk-plan'
import { useTalk } from './useTalk'
import { useTalkClock } from './useTalkClock'

const two = (number: number) => String(number).padStart(2, '0')

/** The clock as Slidev's own views show it, in place of Slidev's `useTimer`: that one asks ten times a second how late it is. */
export function useTimer() {
  const { status, passed, toggle, reset } = useTalkClock()
  const { plan } = useTalk()
  const total = computed(() => minutesOf(plan.value) * 60)
  const mode = computed(() => configs.timer ?? 'stopwatch')
  const percentage = computed(() => passed.value / 1000 / total.value * 100)
  const timer = computed(() => {
    if (mode.value === 'stopwatch' && status.value === 'stopped')
      return { h: '', m: '-', s: '--' }
    const seconds = Math.floor(mode.value === 'countdown' ? total.value - passed.value / 1000 : passed.value / 1000)
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
    return { h: hours ? String(hours) : '', m: hours ? two(minutes) : String(minutes), s: two(seconds % 60) }
  })
  return { status, percentage, mode, timer, reset, toggle }
}
