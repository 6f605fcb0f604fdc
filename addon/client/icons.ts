/** Fetches the icons of the controls, 5 kB of gzip. Without them a button is nothing to look at, but can be pressed. */
export const loadIcons = (): Promise<unknown> => import('uno:icons.css').catch(() => {})
