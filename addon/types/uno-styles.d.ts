/** The rules of UnoCSS for icons, as a style sheet of their own. */
declare module 'uno:icons.css'
/** And those for running text, as text. */
declare module 'uno:typography.css?inline' {
  const css: string
  export default css
}
