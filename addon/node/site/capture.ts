import type { CDPSession, Page } from 'playwright-core'
import type { DeckSlide } from '../slidev/slides'
import { Buffer } from 'node:buffer'
import { keepState, markElements, mergeStates } from './click-states'

/** A picture that was a canvas. */
export interface CapturedPicture {
  /** Where it goes, below the base; without the ending that says light or dark. */
  name: string
  /** PNG as base64. */
  data: string
}

/** A slide as a page can hold it without the deck. */
export interface CapturedSlide {
  html: string
  /** Rules that show its earlier states to whoever runs scripts, where `html` has the last. */
  rules: string
  /** The claim. */
  headline: string
  /** What the slide says beyond its claim: the standfirst, or the finding of its exhibit. */
  description: string
  pictures: CapturedPicture[]
  /** The offer of the reading page, for phones held upright. */
  offer: string
}

/** A slide in its first click state, and in its last, which holds all: both are the same where it has no clicks. */
export interface SlideStates {
  slide: DeckSlide
  first: CapturedSlide
  last: CapturedSlide
  /** Clicks that have been made in the first state, and in the last. */
  steps: [first: number, last: number]
  /** Names of all pictures of its states. */
  pictures: string[]
}

/** What Vite put into the head of the deck's page: attributes of each element. */
export interface Shell {
  scripts: Record<string, string>[]
  preloads: Record<string, string>[]
  styles: Record<string, string>[]
}

interface CaptureOptions {
  no: number
  /** Path on the host. */
  base: string
  /** Where its pictures go, below the base, without the state. */
  folder: string
  /** Clicks that have been made, and in the first state. */
  step: number
  first: number
  /** Names in the slide's front matter: layouts that are not ours take them for attributes. */
  frontMatter: string[]
}

declare global {
  interface Window {
    captureSlide: typeof captureSlide
    showShot: typeof showShot
    toggleKeys: typeof toggleKeys
    readShell: typeof readShell
  }
}

/**
 * Runs in the page: has a picture of the page show one of its shots, and another where no scripts run.
 * @param picture with its shot in `data-shot`, and the folder of all in `data-folder`
 */
function showShot(picture: Element, shot: string, withoutScripts = shot): void {
  const address = (shot: string, scheme: string) => `${picture.getAttribute('data-folder')}${shot}-${scheme}.webp`
  const source = (media: string, shot: string, scheme: string) => `<source media="${media}" srcset="${address(shot, scheme)}">`
  const dark = '(prefers-color-scheme: dark)'
  picture.querySelectorAll('source').forEach(source => source.remove())
  picture.insertAdjacentHTML('afterbegin', [
    ...withoutScripts === shot
      ? []
      : [source(`screen and (scripting: none) and ${dark}`, withoutScripts, 'dark'), source('(scripting: none)', withoutScripts, 'light')],
    source(`screen and ${dark}`, shot, 'dark'),
  ].join(''))
  picture.querySelector('img')!.setAttribute('src', address(shot, 'light'))
}

/**
 * Runs in the page: copies the shown slide, with pictures in the place of its canvases, names that don't clash with the live slide's, and
 * plain addresses. After earlier states of the slide the copy holds them, too (click-states.ts).
 */
function captureSlide({ no, base, folder, step, first, frontMatter }: CaptureOptions): CapturedSlide {
  const slide = document.querySelector<HTMLElement>(`#slideshow > [data-slidev-no="${no}"]`)!
  if (step === first)
    window.clickStates = []
  window.markElements(slide)
  const copy = slide.cloneNode(true) as HTMLElement
  const pictures: CapturedPicture[] = []
  const canvases = [...slide.querySelectorAll('canvas')]
  copy.querySelectorAll('canvas').forEach((canvas, index) => {
    const name = `${folder}-${step}-${index + 1}`
    pictures.push({ name, data: canvases[index]!.toDataURL('image/png').split(',')[1]! })
    const picture = document.createElement('picture')
    const [width, height] = [canvas.style.width, canvas.style.height].map(length => Number.parseInt(length))
    picture.innerHTML = `<img width="${width}" height="${height}" decoding="sync">`
    const image = picture.lastElementChild!
    image.setAttribute('alt', canvas.getAttribute('aria-label') ?? '')
    image.setAttribute('style', canvas.getAttribute('style') ?? '')
    const slash = name.lastIndexOf('/') + 1
    picture.setAttribute('data-folder', base + name.slice(0, slash))
    picture.setAttribute('data-shot', name.slice(slash))
    window.showShot(picture, name.slice(slash))
    picture.setAttribute('data-part', canvas.getAttribute('data-part')!)
    canvas.replaceWith(picture)
  })

  window.keepState(slide, copy, step)
  const rules = window.mergeStates(copy)
  copy.querySelectorAll('picture').forEach(picture => ['data-folder', 'data-shot'].forEach(name => picture.removeAttribute(name)))

  // What a layout took for attributes.
  const layout = copy.querySelector('.slidev-layout')
  for (const name of ['frontmatter', ...frontMatter]) {
    if (!['class', 'style', 'lang', 'dir'].includes(name.toLowerCase()))
      layout?.removeAttribute(name)
  }
  // Without styles words of a drawing would stick together.
  copy.querySelectorAll('svg text').forEach(text => text.after(' '))
  // What only works in the live deck.
  copy.querySelectorAll('[data-only-on="paper"]').forEach(drawing => drawing.remove())
  copy.querySelectorAll('.chart-box .mark').forEach(mark => mark.remove())
  copy.querySelectorAll('button').forEach(button => button.setAttribute('disabled', ''))
  copy.querySelectorAll<HTMLAnchorElement>('a[href]').forEach((link) => {
    const { pathname, origin } = new URL(link.getAttribute('href')!, location.origin + base)
    if (origin === location.origin && pathname.startsWith(base) && /^\d+$/.test(pathname.slice(base.length)))
      link.setAttribute('href', `${pathname}/`)
  })
  const ids = [...copy.querySelectorAll('[id]')].map(({ id }) => id)
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const renamed = ids.reduce((value, id) => {
        if (name === 'id' || name.startsWith('aria-') || name === 'for')
          return value === id ? `prerendered-${id}` : value
        return value
          .replace(`url(#${id})`, `url(#prerendered-${id})`)
          .replace(`url("#${id}")`, `url("#prerendered-${id}")`)
          .replace(new RegExp(`^#${id}$`), `#prerendered-${id}`)
      }, value)
      if (renamed !== value)
        element.setAttribute(name, renamed)
    }
  }
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT)
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    (comment as Comment).remove()
  const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  const heading = slide.querySelector('h1')
  const standfirst = heading?.nextElementSibling?.matches('p') ? text(heading.nextElementSibling) : ''
  const description = standfirst
    || Array.from(slide.querySelectorAll('[data-exhibit]'), window.exhibitName).find(Boolean)
    || text(slide.querySelector('p') ?? slide.querySelector('li'))
  copy.removeAttribute('data-slidev-no')
  copy.style.removeProperty('display')
  return {
    html: copy.outerHTML,
    rules,
    headline: text(heading),
    description,
    pictures,
    offer: document.querySelector('body > .reading-offer')?.outerHTML ?? '',
  }
}

/** Runs in the page: what the deck's plain page loads. */
async function readShell(base: string): Promise<Shell> {
  const page = new DOMParser().parseFromString(await (await fetch(base)).text(), 'text/html')
  const all = (selector: string) =>
    [...page.querySelectorAll(selector)].map(({ attributes }) =>
      Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value])),
    )
  return { scripts: all('script[type=module]'), preloads: all('link[rel=modulepreload]'), styles: all('link[rel=stylesheet]') }
}

/** Runs in the page: the keys of the deck's toggles, which `addon/setup/main.ts` tells. */
function toggleKeys(): string[] {
  const app = document.querySelector('#app') as Element & { __vue_app__: { _context: { provides: Record<string, unknown> } } }
  return app.__vue_app__._context.provides['toggle-keys'] as string[]
}

/** Makes a page able to capture; call it before the deck is opened. */
export async function addCapture(page: Page): Promise<void> {
  const parts = [captureSlide, showShot, toggleKeys, readShell, markElements, keepState, mergeStates]
  await page.addInitScript(parts.map(part => `globalThis.${part.name} = ${part.toString()}`).join('\n'))
}

/** A picture of the whole window as PNG, with so many of its pixels to a CSS pixel. */
export async function shoot(session: CDPSession, size: { width: number, height: number }, scale = 1): Promise<Buffer> {
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    // It is only read once more.
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, ...size, scale },
  })
  return Buffer.from(data, 'base64')
}
