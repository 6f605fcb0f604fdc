#!/usr/bin/env bash
# Vue: what `v-show` hides within a TransitionGroup stays in the picture, when it is hidden, shown and hidden again within two frames.
#
# One would guess: a transition without any styles hides at once, and the last word counts, however quick the changes are.
# What happens: each hiding waits two frames for styles. The frame of the first finds none, and marks the element as no longer leaving; the
# frame of the second sees that mark and returns without hiding (`onLeave` in packages/runtime-dom/src/components/Transition.ts). Nothing
# hides the element after that. `:css="false"` hides at once.
# Seen with: vue 3.5.43 in jsdom 26.1.0, and in Chromium 156.
# Who is hurt: slideshows and tabs under quick keys or on a busy machine, where frames come late: two slides lie over each other for good.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vue@3.5.43 jsdom@26.1.0
cat > show.mjs <<'JS'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<main></main>', { pretendToBeVisual: true })
for (const name of ['document', 'Node', 'Element', 'HTMLElement', 'SVGElement'])
  globalThis[name] = window[name]
globalThis.window = window
globalThis.requestAnimationFrame = window.requestAnimationFrame.bind(window)
globalThis.getComputedStyle = window.getComputedStyle.bind(window)
const { createApp, h, nextTick, ref, TransitionGroup, vShow, withDirectives } = await import('vue')

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
async function leftInPicture(props) {
  const shown = ref(true)
  const app = createApp({ render: () => h(TransitionGroup, { tag: 'div', ...props }, () => [
    withDirectives(h('p', { key: 1 }, 'a slide'), [[vShow, shown.value]]),
  ]) })
  app.mount('main')
  const paragraph = document.querySelector('p')
  shown.value = false
  await nextTick()
  // One of the two frames that it waits for.
  await new Promise(requestAnimationFrame)
  for (const value of [true, false]) {
    shown.value = value
    await nextTick()
  }
  await wait(500)
  const isLeft = paragraph.style.display !== 'none'
  app.unmount()
  return isLeft
}
const asItIs = await leftInPicture({})
const withoutStyles = await leftInPicture({ css: false })
console.log(`vue 3.5.43: hidden, shown and hidden within two frames, half a second later it is ${asItIs ? 'still shown' : 'hidden'}`)
console.log(`with css: false it is ${withoutStyles ? 'still shown' : 'hidden'}`)
if (!asItIs || withoutStyles)
  throw new Error('That is not what was seen before.')
process.exit(0)
JS
node show.mjs
