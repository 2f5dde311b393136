/** A note of a seeded ticket; written by a member or by the ticket's contact. */
export interface SeedNote {
  /** Hours before the sandbox's start. */
  ago: number
  by: 'contact' | (string & {})
  tab: 'discussion' | 'internal' | 'resolution'
  text: string
}

/** A time entry of a seeded ticket. */
export interface SeedTime {
  ago: number
  by: string
  minutes: number
  workType?: string
  tab: 'discussion' | 'internal' | 'resolution' | 'none'
  text: string
  /** Text of `internalNotes`. */
  internal?: string
  status?: 'Open' | 'Billed'
}

/** A seeded ticket. Names are looked up: board parts by name on the board, people by identifier. */
export interface SeedTicket {
  id: number
  summary: string
  company: string
  /** First and last name of the contact. */
  contact?: string
  board: string
  status: string
  type?: string
  subType?: string
  item?: string
  priority: string
  source: string
  owner?: string
  /** Members scheduled on it. */
  resources?: string[]
  /** Names of configurations. */
  configurations?: string[]
  /** Hours before the start at which it was entered. */
  ago: number
  closedAgo?: number
  notes: SeedNote[]
  times?: SeedTime[]
  tasks?: { text: string; done: boolean }[]
  project?: true
}

/** A seeded contact with how to reach them. */
export interface SeedContact {
  id: number
  name: string
  title?: string
  email: string
  phone?: string
  extension?: string
}

/** A seeded company with its people. */
export interface SeedCompany {
  id: number
  identifier: string
  name: string
  street: string
  city: string
  state: string
  zip: string
  phone: string
  website: string
  territory: string
  /** Value of the custom field "Patch window". */
  patchWindow?: string
  agreement?: { id: number; name: string; type: string }
  contacts: SeedContact[]
}

/** A seeded configuration. A question's answer may be a password: it must never leave a client's server. */
export interface SeedConfiguration {
  id: number
  name: string
  type: string
  company: string
  contact?: string
  serial: string
  model?: string
  maker?: string
  ip?: string
  mac?: string
  os?: string
  lastLogin?: string
  notes?: string
  questions?: { question: string; answer: string | boolean | number; kind: string }[]
}
