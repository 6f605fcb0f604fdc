/** Whether a style of the reader's own spaces out letters, words, lines or paragraphs: only such a style is stronger than these. */
export function isSpacedOut(): boolean {
  const line = document.body.appendChild(document.createElement('p'))
  line.style.cssText = 'position:fixed;margin:0;font-size:10px;line-height:1;letter-spacing:0;word-spacing:0'
  const { letterSpacing, wordSpacing, lineHeight, marginBottom } = getComputedStyle(line)
  const found = [letterSpacing, wordSpacing, lineHeight, marginBottom].join()
  line.remove()
  return !['0px,0px,10px,0px', 'normal,0px,10px,0px'].includes(found)
}
