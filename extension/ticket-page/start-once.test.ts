import { beforeEach, describe, expect, it, vi } from 'vitest'
import { startOnce } from './start-once.ts'

const ownId = 'fdbegpmcehfbdknmddghclphbmfnjjba'

function runtimeOf() {
  const heard: unknown[] = []
  const listeners: unknown[] = []
  return {
    heard,
    listeners,
    runtime: {
      id: ownId,
      sendMessage: vi.fn(async (message: unknown) => heard.push(message)),
      onMessage: { addListener: (each: unknown) => listeners.push(each), removeListener: vi.fn() },
    },
  }
}

beforeEach(() => {
  document.body.innerHTML = '<a id="ResolutionFlow in this page"></a>'
})

describe('our script in a page', () => {
  it('starts once, however often it is put there', () => {
    const { heard, listeners, runtime } = runtimeOf()
    const given: Parameters<typeof startOnce>[1] = Object.create(runtime)
    startOnce(window, given)
    startOnce(window, given)
    expect(listeners).toHaveLength(1)
    expect(heard).toEqual([{ type: 'ticketHint', hint: [] }])
  })
})
