import { type PageRuntime, startPage } from './start-page.ts'

/** No page can name an element like this. */
const key = Symbol.for('ResolutionFlow in this page')

/**
 * Starts our script in a page, or nothing where it runs already: the manifest puts it there, and the worker once more
 * into pages that were open before. A page that the browser prepares before it is wanted speaks for no tab yet, so it
 * is begun when it is shown.
 */
export function startOnce(self: Window, runtime: PageRuntime): void {
  if (Reflect.has(self, key)) return
  Reflect.set(self, key, true)
  const start = () => startPage(self, runtime)
  if ('prerendering' in self.document && self.document.prerendering)
    self.document.addEventListener('prerenderingchange', start, { once: true })
  else start()
}
