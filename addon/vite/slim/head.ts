import { onScopeDispose } from 'vue'

/** The part of a document's head that Slidev sets. */
interface Head {
  title: string
  htmlAttrs?: Record<string, string>
}

export const createHead = () => ({ install() {} })

/** Sets title and attributes of the document, and takes the title back when the view that set it goes. */
export function useHead({ title, htmlAttrs = {} }: Head): void {
  const before = document.title
  document.title = title
  for (const [name, value] of Object.entries(htmlAttrs))
    document.documentElement.setAttribute(name, value)
  onScopeDispose(() => {
    if (document.title === title)
      document.title = before
  })
}
