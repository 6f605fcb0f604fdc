/**
 * Runs in the page: texts below an element that are in another language than their `lang` says: ideographs that are not Chinese, and
 * Latin words that are; abbreviations in capitals, and the letters of a Chinese name, are Chinese by use.
 */
export function unmarkedWords(root: string): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.querySelector(root)!, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    if (parentElement?.closest('style, script'))
      continue
    const isChinese = parentElement?.closest('[lang]')?.getAttribute('lang') === 'zh-CN'
    if (isChinese ? /[a-z]{2}/.test(textContent ?? '') : /\p{Script=Han}/u.test(textContent ?? ''))
      found.push(textContent!.trim())
  }
  return found
}
