/** The rules of UnoCSS for icons, as a style sheet of their own. */
declare module 'uno:icons.css'
