import { measureClock } from '#shared/sync/measure-clock.ts'
import type { Panel } from '../../state/panel.ts'

/** Measures how far the API's clock is ahead, and keeps it for the next visit. */
export async function measure({ host, clock }: Panel): Promise<void> {
  await measureClock(host.client, host.surroundings, clock, host.store)
}
