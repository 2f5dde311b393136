import type { NewTimeEntry, Psa } from '../../ports/psa.ts'
import { PsaError } from '../../ports/psa.ts'
import {
  type CwTimeEntry,
  timeDefaultsSchema,
  timeEntrySchema,
  workRoleSchema,
  workTypeSchema,
} from './api-types.ts'
import type { Client } from './client.ts'
import { utcSeconds } from './conditions.ts'
import { toChoices } from './map-board.ts'
import { chargeTo, fromNewTimeEntry, toTimeDefaults } from './map-time.ts'
import { readEvery } from './paging.ts'
import { type Written, writeOutcome } from './write-outcome.ts'

type Time = Pick<Psa, 'workTypes' | 'workRoles' | 'timeDefaults' | 'addTimeEntry'>

const nobody = { contact: false, resources: false, cc: null }

/** Time on a ticket: what may be chosen, what ConnectWise would choose, and writing it. */
export function createTime(client: Client, tickets: Pick<Psa, 'ticket'>): Time {
  async function workTypes() {
    return toChoices(await readEvery(client, workTypeSchema, '/time/workTypes', { forwardOnly: true }))
  }

  async function workRoles() {
    return toChoices(await readEvery(client, workRoleSchema, '/time/workRoles', { forwardOnly: true }))
  }

  async function timeDefaults(input: Parameters<Psa['timeDefaults']>[0]) {
    const post = {
      ...chargeTo(input.ticket),
      member: { identifier: input.member },
      timeStart: utcSeconds(input.start),
    }
    return toTimeDefaults(await client.readAs(timeDefaultsSchema, '/time/entries/defaults', { post }))
  }

  async function addTimeEntry(entry: NewTimeEntry) {
    const mails = entry.notify ? await mailsOf(entry) : nobody
    if (mails === null) {
      const message = 'ConnectWise could not tell whom this ticket mails, so nothing was sent. Try again.'
      return { outcome: 'refused', reason: 'not_sent', message } as const
    }
    const attempt = await client.write('POST', '/time/entries', fromNewTimeEntry(entry, mails), entry.until)
    return writeOutcome(attempt, { ticket: entry.ticket.id, schema: timeEntrySchema, read: writtenEntry })
  }

  async function mailsOf(entry: NewTimeEntry) {
    try {
      return (await tickets.ticket(entry.ticket))?.mails ?? nobody
    } catch (error) {
      if (error instanceof PsaError) return null
      throw error
    }
  }

  return { workTypes, workRoles, timeDefaults, addTimeEntry }
}

function writtenEntry(entry: CwTimeEntry): Written {
  return {
    id: entry.id,
    ticket: entry.chargeToId,
    author: entry.member?.identifier ?? null,
    at: entry.dateEntered ?? entry._info?.dateEntered ?? entry._info?.lastUpdated ?? null,
  }
}
