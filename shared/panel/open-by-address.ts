import type { Client } from '../client.ts'
import type { HostTicket } from './host.ts'

/** Opens a ticket in a tab of its own at the address that ConnectWise has for it; does nothing where none is known. */
export async function openByAddress(self: Window, client: Client, ticket: HostTicket): Promise<void> {
  const view = await client.call('getTicket', { params: { ...ticket } }).catch(() => null)
  if (view?.url?.startsWith('http')) self.open(view.url, '_blank', 'noopener')
}
