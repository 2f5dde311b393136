import { createClient } from '#shared/client.ts'
import type { Me } from '#shared/contracts/member.ts'
import type { Host } from '#shared/panel/host.ts'
import { openByAddress } from '#shared/panel/open-by-address.ts'
import { tickets } from '#shared/panel/tickets.ts'
import type { DurableStore, Surroundings } from '#shared/sync/live-session.ts'
import type { SignedInMember } from '../sign-in/signed-in-member.ts'
import { choose } from '../tabs/chosen-tickets.ts'
import { type Beside, type FollowedBrowser, followTabs } from '../tabs/follow-tabs.ts'
import { shownTicket } from '../tabs/shown-ticket.ts'
import { browserAround } from './browser-around.ts'

export interface SidePanelPlace {
  self: Window
  browser: FollowedBrowser & { tabs: { reload(tab: number): Promise<void> } }
  /** The origin of the API: the only one that is ever called. */
  api: string
  store: DurableStore
  surroundings: Surroundings
  member: SignedInMember
  signInByHand: () => Promise<Me>
}

/** The panel's host beside the tabs of a browser window; resolves once it knows which ticket stands beside it. */
export async function sidePanelHost(place: SidePanelPlace): Promise<Host> {
  const { self, browser, api, store, surroundings, member, signInByHand } = place
  const shown = tickets(null)
  let beside: Beside = { tab: null, origin: null, hint: [], chosen: null, pinned: null }
  const { around, changed } = browserAround({ storage: browser.storage, store, beside: () => beside })
  await followTabs(browser, (now) => {
    beside = now
    shown.turnTo(shownTicket(now))
    changed()
  })

  const client = createClient({
    base: api,
    fetch: (url, init) => self.fetch(url, init),
    token: member.token,
    onUnauthorised: member.renew,
  })

  return {
    kind: 'side_panel',
    client,
    store,
    surroundings,
    ticket: shown.current,
    onTicket: shown.listen,
    async signIn() {
      const me = await member.me()
      if (!me) throw new Error('Nobody is signed in.')
      return me
    },
    signInByHand,
    onSave: null,
    around,
    get refreshTicket() {
      const { tab, hint } = beside
      const here = shown.current()
      const isBeside = tab !== null && hint.some(({ id }) => id === here?.id)
      return isBeside ? () => browser.tabs.reload(tab) : null
    },
    openTicket(ticket) {
      const { tab, hint } = beside
      if (shown.current()) void openByAddress(self, client, ticket)
      else if (tab === null) shown.turnTo(ticket)
      else void choose(browser.storage.session, tab, ticket, hint)
    },
  }
}
