/** In the place of Slidev's context menu, which the deck switches off: the browser shows its own. */
export function onContextMenu(): void {}
