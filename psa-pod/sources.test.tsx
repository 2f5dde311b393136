import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

const sources = ['shared/panel', 'psa-pod', 'extension/studio'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { name: path.relative(root, file), text: readFileSync(file, 'utf8') }
    }),
)

const offending = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

describe('the sources of panel, pod and studio', () => {
  it('have no way for markup to become part of the page', () => {
    expect(sources.length).toBeGreaterThan(60)
    expect(
      offending(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setInnerHTML/),
    ).toEqual([])
  })

  it('have no style of their own beside the linked style sheets', () => {
    expect(offending(/\sstyle=|\.style\b|<style/)).toEqual([])
  })

  it('send no message to whoever may listen', () => {
    expect(offending(/postMessage\([^)]*['"]\*['"]/)).toEqual([])
  })

  it('keep no token outside the page’s memory', () => {
    expect(offending(/localStorage|sessionStorage|document\.cookie/)).toEqual([])
  })

  it('bring no schema library or server code along', () => {
    expect(offending(/^import (?!type)[^\n]*(zod|hono|#api|contracts\/(?!routes))/m)).toEqual([])
  })
})
