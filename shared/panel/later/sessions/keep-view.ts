import type { TicketView } from '#shared/contracts/ticket.ts'
import { redact } from '#shared/redaction/redact.ts'
import type { SyncDeps } from '#shared/sync/open-session.ts'
import type { Panel } from '../../state/panel.ts'

/** What is kept of a ticket read whole: no notes of it, and no secret in its summary. */
export async function keepView(panel: Panel, key: string, view: TicketView): Promise<void> {
  if (view.missing) return
  const { store, surroundings } = panel.host
  const { text: summary } = redact(view.summary, { destination: 'storage' })
  const kept = { ...view, summary, texts: [], recent: [], keptAt: surroundings.now() }
  await store.put(key, kept).catch(() => undefined)
}

const day = 86_400_000

/** Forgets tickets looked at longer ago than so many days, with what was put aside for them, and what was kept without naming its member. */
export async function purgeViews({ store, member, surroundings }: SyncDeps, days: number): Promise<void> {
  for (const key of await store.keys(`${member}/panel/view/`)) {
    const kept = await store.get(key)
    const at = kept instanceof Object && 'keptAt' in kept ? Number(kept.keptAt) : 0
    if (surroundings.now() - at <= days * day) continue
    await store.delete(key)
    await store.delete(key.replace('/panel/view/', '/panel/dismissed/'))
  }
  for (const old of ['panel:view:', 'panel:last:', 'panel:post:', 'panel:draft:'])
    for (const key of await store.keys(old)) await store.delete(key)
}
