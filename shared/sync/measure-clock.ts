import type { Client } from '../client.ts'
import { type ClockOffset, clockKey } from './clock-offset.ts'
import type { DurableStore, Surroundings } from './live-session.ts'

/** Measures once by asking the API who we are, and keeps the best; does nothing where no answer comes. */
export async function measureClock(
  client: Client,
  { now }: Pick<Surroundings, 'now'>,
  clock: ClockOffset,
  store: DurableStore,
): Promise<void> {
  const asked = now()
  const me = await client.call('getMe').catch(() => null)
  if (!me) return
  clock.sample(asked, now(), me.now)
  await store.put(clockKey, clock.best()).catch(() => undefined)
}
