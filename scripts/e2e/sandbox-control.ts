import { z } from 'zod'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'

/** A ticket as somebody at the desk would enter it; what is left out is a plain Outlook fault at one company. */
export interface NewTicket {
  summary?: string
  description?: string
  company?: string
  contact?: string
  /** Whether ConnectWise mails the contact about what is written for them. */
  mailsContact?: boolean
}

/** What tests ask of the ConnectWise sandbox, over its own calls and its API. */
export interface SandboxControl {
  /** Arms a fault, in the words of the sandbox's control calls. */
  fault(fault: { match: string; times?: number | null; effect: Record<string, unknown> }): Promise<void>
  /** Does at once what the sandbox had put off. */
  settle(): Promise<void>
  /** Enters a ticket on the help desk; resolves to its number. */
  newTicket(ticket?: NewTicket): Promise<number>
  /** Texts in the ticket, of notes and time entries, that hold the words; read as any client would. */
  texts(ticket: number, words: string): Promise<string[]>
  /** The same for a project's ticket. */
  projectTexts(ticket: number, words: string): Promise<string[]>
  /** Time entries of the ticket. */
  times(ticket: number): Promise<{ notes: string; minutes: number }[]>
  summary(ticket: number): Promise<string>
  switch(changes: Record<string, unknown>): Promise<void>
  /** Changes a ticket as somebody else would. */
  patch(ticket: number, operations: Record<string, unknown>[]): Promise<void>
}

const texts = z.array(z.object({ text: z.string() }))
const times = z.array(
  z.object({ notes: z.string().nullable(), timeStart: z.iso.datetime(), timeEnd: z.iso.datetime() }),
)

/** Steers the sandbox at this address. */
export function controlSandbox(base: string): SandboxControl {
  const { company, publicKey, privateKey, clientId } = demoCredentials
  const authorization = `Basic ${Buffer.from(`${company}+${publicKey}:${privateKey}`).toString('base64')}`
  const send = async (path: string, method: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization, clientId, 'content-type': 'application/json' }
    const answer = await fetch(`${base}${path}`, { method, headers, body: JSON.stringify(body) ?? null })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? null : await answer.json()
  }
  const control = async (path: string, method: string, body: unknown) => {
    await send(`/_sandbox/${path}`, method, body)
  }
  const api = (path: string, method = 'GET', body?: unknown) =>
    send(`/v4_6_release/apis/3.0${path}`, method, body)
  const textsOf = async (family: 'service' | 'project', ticket: number, words: string) => {
    const found = texts.parse(await api(`/${family}/tickets/${ticket}/allNotes?pageSize=1000`))
    return found.map(({ text }) => text).filter((text) => text.includes(words))
  }
  return {
    fault: (fault) => control('faults', 'POST', fault),
    settle: () => control('settle', 'POST', {}),
    switch: (changes) => control('switches', 'PATCH', changes),
    async newTicket(ticket = {}) {
      const made = await api('/service/tickets', 'POST', {
        summary: ticket.summary ?? 'Outlook not connecting, says Disconnected at the bottom',
        initialDescription: ticket.description ?? 'Since this morning my Outlook does not get any mail.',
        board: { name: 'Help Desk' },
        company: { identifier: ticket.company ?? 'HarborFinch' },
        contact: { name: ticket.contact ?? 'Priya Nair' },
        automaticEmailContactFlag: ticket.mailsContact ?? false,
      })
      return z.object({ id: z.number() }).parse(made).id
    },
    async patch(ticket, operations) {
      await api(`/service/tickets/${ticket}`, 'PATCH', operations)
    },
    texts: (ticket, words) => textsOf('service', ticket, words),
    projectTexts: (ticket, words) => textsOf('project', ticket, words),
    async times(ticket) {
      const of = encodeURIComponent(`chargeToId=${ticket}`)
      return times.parse(await api(`/time/entries?conditions=${of}&pageSize=1000`)).map((entry) => ({
        notes: entry.notes ?? '',
        minutes: (Date.parse(entry.timeEnd) - Date.parse(entry.timeStart)) / 60_000,
      }))
    },
    async summary(ticket) {
      return z.object({ summary: z.string() }).parse(await api(`/service/tickets/${ticket}`)).summary
    },
  }
}
