import { describe, expect, it } from 'vitest'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { memoryStore } from '#shared/sync/memory-store.ts'
import { createPanel } from '../../state/panel.ts'
import { someTicket } from '../../testing/demo-records.ts'
import { hostDouble } from '../../testing/host-double.ts'
import { keepView, purgeViews } from './keep-view.ts'

describe('what is kept of a ticket', () => {
  it('holds none of its notes and no secret of its summary', async () => {
    const store = memoryStore()
    const panel = createPanel(hostDouble(browserSurroundings(), null, store))
    const view = someTicket(1001, 'Mail: password: Winter2024!x')
    await keepView(panel, 'm/panel/view/service:1001', view)
    expect(JSON.stringify(await store.get('m/panel/view/service:1001'))).not.toContain('Winter2024')
    expect(await store.get('m/panel/view/service:1001')).toMatchObject({ id: 1001, texts: [] })
  })

  it('goes after some days, and at once where it does not name its member', async () => {
    const store = memoryStore()
    const host = hostDouble(browserSurroundings(), null, store)
    await keepView(createPanel(host), 'm/panel/view/service:1', someTicket(1))
    await store.put('panel:view:service:2', someTicket(2))
    const sync = (now: number) => ({
      client: host.client,
      store,
      member: 'm',
      surroundings: { ...host.surroundings, now: () => now },
    })
    await purgeViews(sync(Date.now()), 14)
    expect(await store.keys('')).toEqual(['m/panel/view/service:1'])
    await purgeViews(sync(Date.now() + 15 * 86_400_000), 14)
    expect(await store.keys('')).toEqual([])
  })
})
