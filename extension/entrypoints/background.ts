import { defineBackground } from 'wxt/utils/define-background'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { openBrowserStore } from '#shared/sync/indexed-db-store.ts'
import { startWorker } from '../worker/start-worker.ts'

export default defineBackground(() => {
  const surroundings = browserSurroundings()
  startWorker({ browser: chrome, surroundings, store: () => openBrowserStore(surroundings) })
})
