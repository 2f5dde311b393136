import { createClient } from '#shared/client.ts'
import type { Me } from '#shared/contracts/member.ts'
import type { Host, HostTicket } from '#shared/panel/host.ts'
import { tickets } from '#shared/panel/tickets.ts'
import type { DurableStore, Surroundings } from '#shared/sync/live-session.ts'
import { openBridge } from './bridge/bridge.ts'
import { memberIn } from './bridge/member-authentication.ts'
import type { ScreenObject } from './bridge/parse-message.ts'
import { bearer } from './sign-in/bearer.ts'
import { byHand } from './sign-in/sign-in-by-hand.ts'

/** ConnectWise answers from its own memory; longer than this, in milliseconds, means that it will not. */
const patience = 8_000

export interface PodPlace {
  window: Window
  /** Chosen per team, from the page's address; selects who may host the page. */
  handle: string
  parentOrigin: string
  /** The record that the page's address names: a hint, until the host says. */
  hint: HostTicket | null
  /** The pod is set up on the screen of project tickets, which ConnectWise calls `ticket` as well. */
  projects: boolean
  store: DurableStore
  surroundings: Surroundings
}

/** The panel's host inside ConnectWise. */
export function podHost(place: PodPlace): Host {
  const { window: self, handle, parentOrigin, store, surroundings } = place
  const shown = tickets(place.hint)
  const token = bearer(surroundings.now)
  const hosted = parentOrigin !== '' && self.parent !== self
  const bridge = openBridge({
    self,
    parent: self.parent,
    parentOrigin,
    after: surroundings.after,
    onScreen: (screen) => shown.turnTo(ticketOn(screen, place.projects)),
  })
  if (hosted) bridge.start()

  const client = createClient({
    base: self.location.origin,
    fetch: (url, init) => self.fetch(url, init),
    token: async () => token.current(),
    onUnauthorised: () =>
      signIn().then(
        () => true,
        () => false,
      ),
  })

  const hand = byHand({ self, surroundings, token, client })

  async function signIn(): Promise<Me> {
    if (!hosted) throw new Error('Not hosted.')
    const member = memberIn(await bridge.ask('getMemberAuthentication', patience))
    if (!member) throw new Error('No member.')
    const signedIn = await client.call('signInFromPod', { body: { handle, member } })
    token.take(signedIn)
    return signedIn.me
  }

  return {
    kind: 'pod',
    client,
    store,
    surroundings,
    ticket: shown.current,
    onTicket: shown.listen,
    signIn: () =>
      signIn().catch((error: unknown) => {
        hand.prepare()
        throw error
      }),
    signInByHand: hand.signIn,
    onSave: hosted ? bridge.onBeforeSave : null,
    refreshTicket: hosted ? async () => bridge.tell('refreshScreen', {}) : null,
    openTicket(ticket) {
      if (!hosted || !shown.current()) shown.turnTo(ticket)
      // ConnectWise opens screens of service tickets only.
      else if (ticket.kind === 'project')
        void import('#shared/panel/open-by-address.ts').then(({ openByAddress }) =>
          openByAddress(self, client, ticket),
        )
      else bridge.tell('openScreen', { newTab: true, screen: 'ticket', id: ticket.id })
    },
  }
}

/** The ticket on a screen of ConnectWise, or null where it shows something else. */
export function ticketOn({ screen, id }: ScreenObject, projects = false): HostTicket | null {
  if (!screen.includes('ticket')) return null
  return { id, kind: projects || screen.includes('project') ? 'project' : 'service' }
}
