import type { BrowserAround } from '#shared/panel/around.ts'
import type { DurableStore } from '#shared/sync/live-session.ts'
import { takeCapturedText, waitingKey } from '../captured/captured.ts'
import type { BrowserStorage } from '../storage/storage-area.ts'
import { pin } from '../tabs/chosen-tickets.ts'
import type { Beside } from '../tabs/follow-tabs.ts'
import { takeQuery } from '../tabs/queries.ts'

export interface AroundPlace {
  storage: BrowserStorage
  store: DurableStore
  beside: () => Beside
}

/** The browser around the side panel, and what tells it that the tab beside has changed. */
export function browserAround(place: AroundPlace): { around: BrowserAround; changed: () => void } {
  const { storage, store, beside } = place
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of [...listeners]) listener()
  }
  storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && Object.keys(changes).some(isAboutWaiting)) changed()
  })
  return {
    changed,
    around: {
      pinned: () => beside().pinned,
      pin: (ticket) => pin(storage.local, ticket),
      candidates: () => (beside().hint.length > 1 ? beside().hint : []),
      onChange(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      async takeQuery() {
        const { tab } = beside()
        return tab === null ? null : takeQuery(storage.session, tab)
      },
      takeCaptured: () => takeCapturedText(store),
    },
  }
}

const isAboutWaiting = (key: string): boolean => key === waitingKey || key.startsWith('query:')
