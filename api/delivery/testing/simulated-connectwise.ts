import { z } from 'zod'
import type { HttpAnswer, HttpRequest } from '#api/adapters/connectwise/send.ts'

const site = 'https://connectwise.example'
/** How a team would reach the simulated ConnectWise. */
export const connection = {
  company: 'acme',
  publicKey: 'public',
  privateKey: 'private',
  clientId: '00000000-0000-4000-8000-000000000000',
  apiUrl: site,
  uiUrl: site,
}

/** A text as it stands in a ticket. Times are milliseconds since 1970, true ones. */
export interface StoredText {
  id: number
  kind: 'note' | 'time'
  ticket: number
  text: string
  internal: boolean
  member: string
  byHand: boolean
  at: number
  /** From when on lists tell of it. */
  visibleAt: number
}

export interface ConnectWiseHabits {
  /** Rows of one page, whatever was asked for. */
  pageSize: number
  /** How far its clock is ahead, milliseconds. */
  clockAheadMs: number
  /** Until a committed text is in the lists, milliseconds. */
  longestLagMs: number
  /** Ascribes every text to the member whose keys are used. */
  ascribesToKeys: boolean
  /** Stores other line ends and entities than it was given. */
  rewrites: boolean
}

/** As much of a ConnectWise as deliveries use: its records, and its answers without any fault. */
export interface SimulatedConnectWise {
  answer(request: HttpRequest): HttpAnswer
  /** The path of the API changes, as on an upgrade. */
  upgrade(): void
  /** A person's own note. */
  addByHand(ticket: number, text: string, internal: boolean): void
  /** Somebody deletes a text. */
  remove(text: StoredText): void
  /** In the order in which they were committed. */
  texts: StoredText[]
  statusChanges: { ticket: number; status: number; at: number }[]
}

const statuses = Array.from({ length: 60 }, (_, n) => ({ id: n + 1, name: `Status ${n + 1}` }))
const apiMember = 'api1'

const newNote = z.object({
  text: z.string(),
  internalAnalysisFlag: z.boolean(),
  member: z.object({ identifier: z.string() }),
})
const newEntry = z.object({
  notes: z.string(),
  chargeToId: z.number(),
  addToInternalAnalysisFlag: z.boolean(),
  member: z.object({ identifier: z.string() }),
})
const statusPatch = z.array(z.object({ path: z.string(), value: z.unknown() }))
const statusValue = z.object({ id: z.number() })

export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export const pageAnswer = (status: number): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><title>${status}</title>`,
})

/** Makes one with open tickets of company 3; every ticket number is there. */
export function simulateConnectWise(
  now: () => number,
  random: () => number,
  habits: ConnectWiseHabits,
): SimulatedConnectWise {
  const texts: StoredText[] = []
  /** Deleted, and until when lists go on telling of them. */
  const fading: { text: StoredText; until: number }[] = []
  /** Notes and time entries are numbered apart, and no number is given twice. */
  const numbers = { note: 0, time: 0 }
  const statusChanges: SimulatedConnectWise['statusChanges'] = []
  let version = 1
  const codebase = () => `v2025_${version}/`
  const stamp = (at: number) => new Date(at + habits.clockAheadMs).toISOString().replace(/\.\d{3}Z$/, 'Z')
  const lastStatus = (ticket: number) =>
    statusChanges.findLast((change) => change.ticket === ticket)?.status ?? 1

  function ticketRow(id: number) {
    return {
      id,
      summary: `Ticket ${id}`,
      board: { id: 1, name: 'Help Desk' },
      company: { id: 3, identifier: 'AcmeDental', name: 'Acme Dental' },
      status: { id: lastStatus(id), name: `Status ${lastStatus(id)}` },
      closedFlag: false,
      _info: { updatedBy: apiMember },
    }
  }

  function add(kind: 'note' | 'time', ticket: number, text: string, internal: boolean, author: string) {
    const at = now()
    const stored: StoredText = {
      id: ++numbers[kind],
      kind,
      ticket,
      text: habits.rewrites ? `${text.replaceAll('\n', '\r\n').replaceAll('&', '&amp;')}\r\n` : text,
      internal,
      member: habits.ascribesToKeys ? apiMember : author,
      byHand: false,
      at,
      visibleAt: at + random() * habits.longestLagMs,
    }
    texts.push(stored)
    return stored
  }

  const common = ({ id, member, at }: StoredText) => ({
    id,
    member: { identifier: member, name: member },
    _info: { dateEntered: stamp(at) },
  })
  const flags = ({ internal }: StoredText) => ({
    internalAnalysisFlag: internal,
    detailDescriptionFlag: !internal,
  })
  const shownRow = (one: StoredText) => ({
    ...common(one),
    noteType: one.kind === 'note' ? 'TicketNote' : 'TimeEntryNote',
    text: one.text,
    ...flags(one),
  })
  const noteRow = (one: StoredText) => ({
    ...common(one),
    ticketId: one.ticket,
    text: one.text,
    ...flags(one),
  })
  const entryRow = (one: StoredText) => ({
    ...common(one),
    chargeToId: one.ticket,
    notes: one.text,
    addToInternalAnalysisFlag: one.internal,
    addToDetailDescriptionFlag: !one.internal,
    dateEntered: stamp(one.at),
  })

  function listed(url: URL, rows: { id: number }[]): HttpAnswer {
    const pageId = url.searchParams.get('pageId')
    const page = Number(url.searchParams.get('page') ?? 1)
    const rest =
      pageId === null
        ? rows.slice((page - 1) * habits.pageSize)
        : rows.filter(({ id }) => id > Number(pageId))
    const link: Record<string, string> =
      rest.length > habits.pageSize ? { link: '<https://x/>; rel="next"' } : {}
    return jsonAnswer(200, rest.slice(0, habits.pageSize), link)
  }

  function patchStatus(ticket: number, body: unknown): HttpAnswer {
    const operation = statusPatch.parse(body).find(({ path }) => path === 'status')
    statusChanges.push({ ticket, status: statusValue.parse(operation?.value).id, at: now() })
    return jsonAnswer(200, ticketRow(ticket))
  }

  function remove(text: StoredText): void {
    texts.splice(texts.indexOf(text), 1)
    fading.push({ text, until: now() + random() * habits.longestLagMs })
  }

  /** The text that a path names; undefined where the path names none at all. */
  function namedBy(path: string): StoredText | null | undefined {
    const [, ticket, note] = /^\/service\/tickets\/(\d+)\/notes\/(\d+)$/.exec(path) ?? []
    const [, entry] = /^\/time\/entries\/(\d+)$/.exec(path) ?? []
    if (note === undefined && entry === undefined) return undefined
    const found = texts.find(({ kind, id, ticket: on }) =>
      kind === 'note' ? id === Number(note) && on === Number(ticket) : id === Number(entry),
    )
    return found ?? null
  }

  function answerNamed(path: string, text: StoredText | null, method: string): HttpAnswer {
    if (text === null) {
      const message = `Record ${path.split('/').at(-1)} not found`
      return jsonAnswer(404, { code: 'NotFound', message })
    }
    if (method !== 'DELETE') return jsonAnswer(200, text.kind === 'note' ? noteRow(text) : entryRow(text))
    remove(text)
    return { status: 204, headers: {}, body: '' }
  }

  function change(path: string, method: string, body: unknown): HttpAnswer {
    const ticket = Number(/^\/service\/tickets\/(\d+)/.exec(path)?.[1])
    if (method === 'PATCH') return patchStatus(ticket, body)
    if (path === '/time/entries') {
      const entry = newEntry.parse(body)
      const { notes, chargeToId, addToInternalAnalysisFlag, member } = entry
      return jsonAnswer(
        201,
        entryRow(add('time', chargeToId, notes, addToInternalAnalysisFlag, member.identifier)),
      )
    }
    const { text, internalAnalysisFlag, member } = newNote.parse(body)
    return jsonAnswer(201, noteRow(add('note', ticket, text, internalAnalysisFlag, member.identifier)))
  }

  function question(url: URL, path: string): HttpAnswer {
    const gone = fading.flatMap(({ text, until }) => (until > now() ? [text] : []))
    const visible = [...texts, ...gone]
      .filter(({ visibleAt }) => visibleAt <= now())
      .sort((one, other) => one.at - other.at || one.id - other.id)
    if (path === '/time/entries') {
      const ticket = Number(/chargeToId=(\d+)/.exec(url.searchParams.get('conditions') ?? '')?.[1])
      const own = visible.filter((one) => one.kind === 'time' && one.ticket === ticket)
      return listed(url, own.map(entryRow))
    }
    if (path === '/service/boards/1/statuses') return listed(url, statuses)
    const [, number, list] = /^\/service\/tickets\/(\d+)(\/allNotes|\/notes)?$/.exec(path) ?? []
    if (number === undefined) throw new Error(`not simulated: ${path}`)
    const ticket = Number(number)
    if (list === undefined) return jsonAnswer(200, ticketRow(ticket))
    const own = visible.filter((one) => one.ticket === ticket)
    if (list === '/allNotes') return listed(url, own.map(shownRow))
    return listed(url, own.filter(({ kind }) => kind === 'note').map(noteRow))
  }

  return {
    texts,
    statusChanges,
    addByHand(ticket, text, internal) {
      Object.assign(add('note', ticket, text, internal, ''), { member: 'colleague1', byHand: true })
    },
    remove,
    upgrade() {
      version += 1
    },
    answer({ url, method, body }) {
      if (url.pathname.startsWith('/login/companyinfo/')) return jsonAnswer(200, { Codebase: codebase() })
      const base = `/${codebase()}apis/3.0`
      if (!url.pathname.startsWith(base)) return pageAnswer(404)
      const path = url.pathname.slice(base.length)
      const named = namedBy(path)
      if (named !== undefined) return answerNamed(path, named, method)
      return body === undefined ? question(url, path) : change(path, method, JSON.parse(body))
    },
  }
}
