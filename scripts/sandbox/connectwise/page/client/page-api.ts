import type {
  CompanyScreen,
  DeskMember,
  HostedSetup,
  MemberAuthentication,
  NewNote,
  NewTime,
  Saved,
  TicketChanges,
  TicketKey,
  TicketRow,
  TicketScreen,
} from '../desk/desk.ts'

/** Who is signed in and what the client needs at its start. */
export interface Start {
  company: string
  codebase: string
  member: DeskMember
  members: DeskMember[]
  quarantineSeconds: number | null
}

/** The web client's own calls to its server. Each rejects with an Error whose message can be shown. */
export const pageApi = {
  start: () => call<Start>('GET', 'start'),
  signIn: (member: string) => call<Start>('POST', 'sign-in', { member }),
  tickets: () => call<TicketRow[]>('GET', 'tickets'),
  ticket: (key: TicketKey) =>
    call<{ ticket: TicketScreen; hosted: HostedSetup[] }>('GET', `tickets/${key.kind}/${key.id}`),
  company: (id: number) => call<CompanyScreen>('GET', `companies/${id}`),
  saveTicket: (key: TicketKey, changes: TicketChanges) =>
    call<Saved>('POST', `tickets/${key.kind}/${key.id}/save`, changes),
  addNote: (key: TicketKey, note: NewNote) =>
    call<Saved>('POST', `tickets/${key.kind}/${key.id}/notes`, note),
  addTime: (key: TicketKey, time: NewTime) => call<Saved>('POST', `tickets/${key.kind}/${key.id}/time`, time),
  memberAuthentication: (member: string) =>
    send<MemberAuthentication>('/_sandbox/hashes', 'POST', { member }),
}

function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  return send(`/_page/api/${path}`, method, body)
}

async function send<T>(url: string, method: 'GET' | 'POST', body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : null,
  }).catch(() => {
    throw new Error('The sandbox does not answer. Is it still running?')
  })
  if (!response.ok) throw new Error((await response.text()) || `The sandbox answered ${response.status}.`)
  return response.json()
}
