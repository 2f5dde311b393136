import { waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore } from '#shared/sync/memory-store.ts'
import { loadConnection } from '#shared/sync/run-session.ts'
import { loadRedaction } from '#shared/sync/text-cleaner.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

vi.mock('#shared/sync/text-cleaner.ts', { spy: true })
vi.mock('#shared/sync/run-session.ts', { spy: true })

let panel: Mounted
beforeEach(() => {
  vi.mocked(loadRedaction).mockReset()
  vi.mocked(loadConnection).mockReset()
})
afterEach(() => panel.stop())

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

const press = (name: string) =>
  [...panel.element.querySelectorAll('button')].find((one) => one.textContent === name)?.click()

async function freeWork(store = memoryStore()): Promise<HTMLTextAreaElement> {
  panel = mounted(undefined, store)
  await panel.see('Work without a flow')
  await panel.see('All flows')
  press('Work without a flow')
  const field = await panel.find('textarea')
  field.focus()
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field')
  return field
}

describe('a text that comes before the code that cleans it', () => {
  it('waits, says so, and goes in by itself once, without its secrets', async () => {
    const { cleanBody } = await import('#shared/sync/clean-body.ts')
    let arrive = (_: typeof cleanBody): void => undefined
    vi.mocked(loadRedaction).mockReturnValue(
      new Promise((resolve) => {
        arrive = resolve
      }),
    )
    const field = await freeWork()
    panel.type('Reset it, password: Tr0ub4dor&3')
    panel.press('Enter')
    panel.press('Enter')
    await panel.see('Yours goes in by itself')
    expect(field.value).toContain('Reset it')
    expect(panel.element.querySelector('.rf-trail')).toBeNull()
    arrive(cleanBody)
    await panel.see('[SECRET]')
    expect(field.value).toBe('')
    expect(panel.text()).not.toContain('Yours goes in by itself')
    expect(panel.element.querySelectorAll('.rf-trail li')).toHaveLength(1)
  })

  it('goes in as well where its field was closed meanwhile', async () => {
    const { cleanBody } = await import('#shared/sync/clean-body.ts')
    let arrive = (_: typeof cleanBody): void => undefined
    vi.mocked(loadRedaction).mockReturnValue(
      new Promise((resolve) => {
        arrive = resolve
      }),
    )
    await freeWork()
    panel.type('Swapped the cable')
    panel.press('Enter')
    await panel.see('Yours goes in by itself')
    panel.host.turnTo({ id: 1002, kind: 'service' })
    await panel.see('Quayside Dental')
    arrive(cleanBody)
    panel.host.turnTo({ id: 1001, kind: 'service' })
    await panel.see('Swapped the cable')
  })

  it('leaves a reason’s dialog open until it was taken, once, and sends no other form', async () => {
    const { cleanBody } = await import('#shared/sync/clean-body.ts')
    let arrive = (_: typeof cleanBody): void => undefined
    vi.mocked(loadRedaction).mockReturnValue(
      new Promise((resolve) => {
        arrive = resolve
      }),
    )
    panel = mounted()
    await panel.see('What fits this ticket')
    await panel.see('All flows')
    panel.press('Enter')
    await panel.see('Does Maria Lind get into webmail?')
    panel.press('s')
    await panel.see('Skip this step: why?')
    panel.press('1')
    await panel.see('Yours goes in by itself')
    panel.press('1')
    expect(panel.text()).toContain('Skip this step: why?')
    arrive(cleanBody)
    await waitFor(() => expect(panel.text()).not.toContain('Skip this step: why?'))
    const [session] = [...panel.host.api.sessions.values()]
    await waitFor(() => expect(session?.log).toMatchObject([{ event: { type: 'skipped' } }]))
    expect(panel.element.querySelector('.rf-notice')?.textContent).toBe('')
  })

  it('stays in its field, and the panel says so, where the code cannot be loaded', async () => {
    vi.mocked(loadRedaction).mockImplementation(gone)
    const field = await freeWork()
    panel.host.api.offline = true
    panel.type('Reset it')
    panel.press('Enter')
    await panel.see('could not be loaded')
    expect(field.value).toBe('Reset it')
    vi.mocked(loadRedaction).mockReset()
    panel.host.api.offline = false
    panel.press('Enter')
    await panel.see(/You did ?Reset it/)
    expect(field.value).toBe('')
  })
})

describe('a part that is gone after a new build', () => {
  it('makes the panel ask for a reload, and what was done comes back', async () => {
    vi.mocked(loadConnection).mockImplementation(gone)
    const store = memoryStore()
    panel = mounted(undefined, store)
    await panel.see('What fits this ticket')
    await panel.see('All flows')
    panel.press('Enter')
    await panel.see('Does Maria Lind get into webmail?')
    await panel.see('A part of this panel no longer loads.')
    panel.press('1')
    await panel.see('Read the token state')
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
    press('Reload the panel')
    expect(reload).toHaveBeenCalledOnce()
    const { api } = panel.host
    const [session] = [...api.sessions.values()]
    expect(session?.log).toEqual([])
    panel.stop()
    vi.mocked(loadConnection).mockReset()
    panel = mounted(undefined, store, api)
    await panel.see('Read the token state')
    await panel.see('Ready to work offline')
    await waitFor(() => expect(session?.log).toMatchObject([{ event: { type: 'answered' } }]))
    expect(panel.text()).not.toContain('no longer loads')
  })
})
