import { useCallback, useEffect, useRef, useState } from 'react'
import type { HostedSetup, TicketChanges, TicketKey, TicketScreen } from '../../desk/desk.ts'
import { pageApi } from '../page-api.ts'

export interface OpenTicket {
  ticket: TicketScreen | null
  hosted: HostedSetup[]
  /** Counts every load and refresh of the screen. */
  loads: number
  changes: TicketChanges
  messages: string[]
  setChanges: (changes: TicketChanges) => void
  setMessages: (messages: string[]) => void
  /** Reads the ticket again as a load of the screen, dropping unsaved changes. */
  load: () => Promise<void>
  /** Reads the notes again and nothing else. */
  reloadNotes: () => Promise<void>
}

/** The ticket on screen. While another one loads, the old one stays where it is, as on pooled pods. */
export function useTicket(key: TicketKey | null): OpenTicket {
  const [ticket, setTicket] = useState<TicketScreen | null>(null)
  const [hosted, setHosted] = useState<HostedSetup[]>([])
  const [loads, setLoads] = useState(0)
  const [changes, setChanges] = useState<TicketChanges>({})
  const [messages, setMessages] = useState<string[]>([])
  const latest = useRef(0)
  const id = key?.id
  const kind = key?.kind
  const shownKey = useRef('')
  useEffect(() => {
    shownKey.current = `${kind} ${id}`
  }, [id, kind])

  const load = useCallback(async () => {
    if (id === undefined || kind === undefined) return
    // A save of a ticket that was left meanwhile must not bring that ticket back.
    if (shownKey.current !== `${kind} ${id}`) return
    latest.current += 1
    const mine = latest.current
    try {
      const got = await pageApi.ticket({ id, kind })
      if (mine !== latest.current) return
      setTicket(got.ticket)
      setHosted(got.hosted)
      setChanges({})
      setMessages([])
      setLoads((count) => count + 1)
    } catch (error) {
      if (mine !== latest.current) return
      setMessages([error instanceof Error ? error.message : String(error)])
      setTicket((shown) => (shown?.id === id ? shown : null))
    }
  }, [id, kind])

  const reloadNotes = useCallback(async () => {
    if (id === undefined || kind === undefined) return
    const got = await pageApi.ticket({ id, kind })
    setTicket((shown) => (shown?.id === id ? { ...shown, notes: got.ticket.notes } : shown))
  }, [id, kind])

  useEffect(() => {
    void load()
  }, [load])
  return { ticket, hosted, loads, changes, messages, setChanges, setMessages, load, reloadNotes }
}
