import { expect, it, vi } from 'vitest'
import { neededSettings } from '../../addon/vite/settings'

const { transform } = neededSettings() as unknown as { transform: (this: object, code: string, id: string) => string | undefined }
const error = vi.fn<(message: string) => void>()

it('what only a build needs is sent to no visitor', () => {
  const settings = transform.call({ error }, 'export default {"title":"A","fonts":{"sans":[]}}', '/@slidev/configs')
  expect(settings).toBe('export default {"title":"A"}')
  const slide = 'import x from "vue"\nexport const frontmatterData = {"fonts":{},"id":"cover"}\nexport default x'
  expect(transform.call({ error }, slide, '/deck/slides.md__slidev_1.frontmatter')).toBe(slide.replace('"fonts":{},', ''))
  expect(transform.call({ error }, slide, '/deck/slides.md__slidev_11.frontmatter')).toBeUndefined()
  expect(error).not.toHaveBeenCalled()
})

it('a build stops where Slidev writes them in another way', () => {
  transform.call({ error }, 'export default config', '/@slidev/configs')
  expect(error).toHaveBeenCalledWith(expect.stringContaining('addon/vite/settings.ts'))
})
