/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do: a path a line, under it its headers, indented. `*` in a path is anything,
 * `:name` one part of a path; what several paths say of the same header is joined by a comma.
 * @returns the headers of an address, from the root of the host
 */
export function readHeaders(file: string): (path: string) => Record<string, string> {
  const rules = file.split('\n\n').map((block) => {
    const [pattern, ...lines] = block.trim().split('\n')
    const source = pattern!.replace(/[.()]/g, '\\$&').replace(/\*/g, '.*').replace(/:\w+/g, '[^/]+')
    return {
      pattern: new RegExp(`^${source}$`),
      headers: lines.map(line => /^ {2}([\w-]+): (.+)$/.exec(line)!.slice(1) as [string, string]),
    }
  })
  return (path) => {
    const result: Record<string, string> = {}
    for (const { pattern, headers } of rules) {
      for (const [name, value] of pattern.test(path) ? headers : [])
        result[name] = name in result ? `${result[name]}, ${value}` : value
    }
    return result
  }
}
