import { createClient } from '#shared/client.ts'
import type { Host, HostTicket } from '#shared/panel/host.ts'
import { tickets } from '#shared/panel/tickets.ts'
import type { DurableStore, Surroundings } from '#shared/sync/live-session.ts'
import { bearer } from '../sign-in/bearer.ts'
import { byHand } from '../sign-in/sign-in-by-hand.ts'

export interface PagePlace {
  window: Window
  ticket: HostTicket | null
  store: DurableStore
  surroundings: Surroundings
}

/** The panel's host as a page of its own, beside whatever shows the ticket. */
export function pageHost({ window: self, ticket, store, surroundings }: PagePlace): Host {
  const shown = tickets(ticket)
  const token = bearer(surroundings.now)
  const client = createClient({
    base: self.location.origin,
    fetch: (url, init) => self.fetch(url, init),
    token: async () => token.current(),
  })
  const hand = byHand({ self, surroundings, token, client })
  return {
    kind: 'page',
    client,
    store,
    surroundings,
    ticket: shown.current,
    onTicket: shown.listen,
    signIn() {
      hand.prepare()
      return Promise.reject(new Error('Nobody vouches for the person at this page.'))
    },
    signInByHand: hand.signIn,
    onSave: null,
    refreshTicket: null,
    openTicket(wanted) {
      const here = shown.current()
      if (here?.id === wanted.id && here.kind === wanted.kind)
        void import('#shared/panel/open-by-address.ts').then(({ openByAddress }) =>
          openByAddress(self, client, wanted),
        )
      else self.location.assign(addressOf(wanted))
    },
  }
}

/** The address of a ticket's page. */
export function addressOf({ id, kind }: HostTicket): string {
  return `/t/${id}${kind === 'project' ? '?kind=project' : ''}`
}

/** The ticket that a page's address names: `/t/1001`, `/t/1001?kind=project`; null where it names none. */
export function ticketAt({ pathname, search }: Pick<Location, 'pathname' | 'search'>): HostTicket | null {
  const number = /^\/t\/(\d{1,10})$/.exec(pathname)?.[1]
  const id = Number(number)
  if (number === undefined || id < 1) return null
  return { id, kind: new URLSearchParams(search).get('kind') === 'project' ? 'project' : 'service' }
}
