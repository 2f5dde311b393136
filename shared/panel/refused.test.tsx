import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import type { SessionEvent } from '#shared/session/event.ts'
import { memoryStore } from '#shared/sync/memory-store.ts'
import type { ApiDouble } from './testing/api-double.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => panel.stop())

const isBad = (event: SessionEvent) => event.type === 'acted' && event.text.includes('chip')

/** Makes the server refuse an act, and all that is sent along with it. */
function refuse(api: ApiDouble): void {
  api.overrides.appendEvents = ({ params, body }) => {
    const id = String(params?.id)
    if (body?.events.some(isBad))
      throw new ApiError('invalid', 'The request is not understood.', { status: 422, request: 'req-9' })
    api.append(id, body?.events ?? [])
    return { entries: api.sessions.get(id)?.log.filter(({ seq }) => seq > (body?.base ?? 0)) ?? [] }
  }
}

const press = (name: string) =>
  [...panel.element.querySelectorAll('button')].find((one) => one.textContent === name)?.click()

async function write(text: string): Promise<void> {
  const field = await panel.find('textarea')
  field.focus()
  panel.type(text)
  panel.press('Enter')
}

async function withRefused(store = memoryStore()): Promise<void> {
  panel = mounted(undefined, store)
  refuse(panel.host.api)
  await panel.see('Work without a flow')
  await panel.see('All flows')
  press('Work without a flow')
  await panel.find('textarea')
  await write('Replaced the chip, password: Tr0ub4dor&3')
  await panel.see('Replaced the chip')
  await write('Restarted the printer')
  await panel.see('The server refused 1 entry')
}

describe('what the server refuses', () => {
  it('is shown in the technician’s words and why, while all else is taken', async () => {
    await withRefused()
    const section = await panel.find('.rf-ask')
    expect(section.textContent).toContain('Replaced the chip')
    expect(section.textContent).toContain('The request is not understood.')
    expect(section.textContent).not.toContain('Tr0ub4dor')
    const [session] = [...panel.host.api.sessions.values()]
    await panel.see('Restarted the printer')
    expect(session?.log).toMatchObject([{ event: { text: 'Restarted the printer' } }])
    expect((await panel.find('.rf-trail')).textContent).not.toContain('chip')
  })

  it('is sent again on demand, and gone once the server took it', async () => {
    await withRefused()
    press('Try again')
    await panel.see('Not everything was taken')
    await panel.see('The server refused 1 entry')
    delete panel.host.api.overrides.appendEvents
    press('Try again')
    await panel.see('The server took it.')
    await waitFor(() => expect(panel.element.querySelector('.rf-ask')).toBeNull())
    const [session] = [...panel.host.api.sessions.values()]
    expect(session?.log.filter(({ event }) => isBad(event))).toHaveLength(1)
  })

  it('is dropped only after a question that names it', async () => {
    await withRefused()
    press('Drop')
    await panel.see('Drop “You did: Replaced the chip')
    press('Keep it')
    await panel.see('Try again')
    press('Drop')
    press('Drop')
    await panel.see('for good?')
    press('Drop it')
    await panel.see('Dropped.')
    await waitFor(() => expect(panel.element.querySelector('.rf-ask')).toBeNull())
  })

  it('is offered again after a reload, on another ticket too, and can be sent from there', async () => {
    const store = memoryStore()
    await withRefused(store)
    const { api } = panel.host
    panel.stop()
    panel = mounted({ id: 1002, kind: 'service' }, store, api)
    await panel.see('The server refused 1 entry')
    const section = await panel.find('.rf-ask')
    expect(section.textContent).toContain('#1001')
    expect(section.textContent).toContain('Replaced the chip')
    delete api.overrides.appendEvents
    press('Try again')
    await panel.see('The server took it.')
    const [session] = [...api.sessions.values()]
    expect(session?.log.filter(({ event }) => isBad(event))).toHaveLength(1)
    await panel.see('All flows')
    await waitFor(() => expect(panel.element.querySelector('.rf-ask')).toBeNull())
  })
})
