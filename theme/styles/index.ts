// What is left of the default theme under ours: how Markdown looks that no layout of ours styles. No index.css beside this file: Slidev
// would take both.
import '@slidev/client/styles/layouts-base.css'
import '@slidev/theme-default/styles/layouts.css'
import './theme.css'
