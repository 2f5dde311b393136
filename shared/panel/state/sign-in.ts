import type { Me } from '#shared/contracts/member.ts'
import { keptClock } from '#shared/sync/clock-offset.ts'
import { loadLater, type Panel, syncOf } from './panel.ts'
import { openTicketScope } from './ticket.ts'
import { isOffline } from './trouble.ts'

const meKey = 'panel:me'

/** Signs in silently; where the network is away, the member last signed in here goes on with what is kept. */
export async function signIn(panel: Panel): Promise<void> {
  panel.phase.value = 'signing_in'
  panel.clock = await keptClock(panel.host.store)
  try {
    adopt(panel, await panel.host.signIn())
  } catch (error) {
    const kept = isOffline(error) ? await keptMember(panel) : null
    if (kept) adopt(panel, kept, false)
    else panel.phase.value = 'sign_in_needed'
  }
}

/** Takes a member who has signed in; one signed in at an earlier visit (`fresh` false) goes on with what is kept. */
export function adopt(panel: Panel, me: Me, fresh = true): void {
  const before = panel.me.value
  panel.me.value = me
  if (fresh) {
    void panel.host.store.put(meKey, me).catch(() => undefined)
  }
  panel.phase.value = 'ready'
  const live = panel.scope.value?.live.value
  if (before?.member.id === me.member.id && live) void live.flush().catch(() => undefined)
  else openTicketScope(panel)
  if (fresh) void sendLeftovers(panel, me, live?.id ?? null)
}

/** What former visits to other sessions left unsent goes out too, and what nobody needs any more is dropped. */
async function sendLeftovers(panel: Panel, me: Me, except: string | null): Promise<void> {
  await loadLater(panel)
  void panel.later.value?.measure(panel)
  await panel.later.value?.tidySessions(syncOf(panel, me), except)
}

async function keptMember(panel: Panel): Promise<Me | null> {
  const kept = await panel.host.store.get(meKey).catch(() => null)
  return isMember(kept) ? kept : null
}

function isMember(value: unknown): value is Me {
  return typeof value === 'object' && value !== null && 'member' in value && 'team' in value
}
