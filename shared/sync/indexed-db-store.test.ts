import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBrowserStore } from './indexed-db-store.ts'
import { virtualTime } from './testing/virtual-time.ts'

const works = async (store: Awaited<ReturnType<typeof openBrowserStore>>): Promise<boolean> => {
  await store.put('a/1', { n: 1 })
  return (await store.keys('a/')).length === 1 && JSON.stringify(await store.get('a/1')) === '{"n":1}'
}

describe('storage that a browser refuses', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is memory where there is none', async () => {
    const store = await openBrowserStore(virtualTime(0))
    expect(store.durable).toBe(false)
    expect(await works(store)).toBe(true)
  })

  it('is memory where opening throws', async () => {
    const open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    vi.stubGlobal('indexedDB', { open })
    const store = await openBrowserStore(virtualTime(0))
    expect(store.durable).toBe(false)
    expect(await works(store)).toBe(true)
  })

  it('is memory where opening fails', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        const request = { error: new DOMException('no', 'UnknownError'), onerror: () => undefined }
        queueMicrotask(() => request.onerror())
        return request
      },
    })
    expect((await openBrowserStore(virtualTime(0))).durable).toBe(false)
  })

  it('is memory where the browser never answers', async () => {
    vi.stubGlobal('indexedDB', { open: () => ({}) })
    const time = virtualTime(0)
    const opening = openBrowserStore(time)
    await time.pass(3_000)
    expect((await opening).durable).toBe(false)
  })
})
