import { describe, expect, it } from 'vitest'
import { timeDefaultsSchema } from './api-types.ts'
import { fromNewTimeEntry, toTimeDefaults } from './map-time.ts'

const entry = {
  ticket: { id: 69, kind: 'service' as const },
  text: 'Rebuilt the profile.',
  show: { discussion: false, internal: true, resolution: false },
  member: 'tech1',
  start: '2025-01-05T14:00:00.123+01:00',
  end: '2025-01-05T13:30:00.000Z',
  breakMinutes: 0,
  workType: null,
  workRole: null,
  agreement: null,
  billable: null,
  notify: false,
}
const mails = { contact: true, resources: false, cc: null }

describe('fromNewTimeEntry', () => {
  it('takes what was not worked off the hours', () => {
    const body = fromNewTimeEntry({ ...entry, breakMinutes: 20 }, mails)
    expect(body).toMatchObject({ hoursDeduct: 0.33 })
    expect(fromNewTimeEntry(entry, mails)).not.toHaveProperty('hoursDeduct')
    // Half a minute is 0.0083 hours: a hundredth off would be more than passed.
    expect(fromNewTimeEntry({ ...entry, breakMinutes: 0.5 }, mails)).toMatchObject({ hoursDeduct: 0 })
  })

  it('mails nobody, writes UTC seconds, and leaves open what is open', () => {
    expect(fromNewTimeEntry(entry, mails)).toEqual({
      chargeToId: 69,
      chargeToType: 'ServiceTicket',
      member: { identifier: 'tech1' },
      timeStart: '2025-01-05T13:00:00Z',
      timeEnd: '2025-01-05T13:30:00Z',
      notes: 'Rebuilt the profile.',
      addToDetailDescriptionFlag: false,
      addToInternalAnalysisFlag: true,
      addToResolutionFlag: false,
      emailResourceFlag: false,
      emailContactFlag: false,
      emailCcFlag: false,
    })
  })

  it('mails those whom the ticket names, and no more', () => {
    expect(fromNewTimeEntry({ ...entry, notify: true }, mails)).toMatchObject({
      emailContactFlag: true,
      emailResourceFlag: false,
      emailCcFlag: false,
    })
    expect(fromNewTimeEntry({ ...entry, notify: true }, { ...mails, cc: 'boss@acme.example' })).toMatchObject(
      {
        emailCcFlag: true,
        emailCc: 'boss@acme.example',
      },
    )
  })

  it('charges a project’s ticket under its own name, with what was chosen', () => {
    const chosen = { workType: 1, workRole: 2, agreement: 3, billable: 'NoCharge' as const }
    const body = fromNewTimeEntry({ ...entry, ...chosen, ticket: { id: 7, kind: 'project' } }, mails)
    expect(body).toMatchObject({
      chargeToType: 'ProjectTicket',
      workType: { id: 1 },
      workRole: { id: 2 },
      agreement: { id: 3 },
      billableOption: 'NoCharge',
    })
  })
})

describe('toTimeDefaults', () => {
  it('reads what was filled in, and nothing from an unknown option', () => {
    const read = (more: object) => toTimeDefaults(timeDefaultsSchema.parse(more))
    expect(read({ workType: { id: 1, name: 'Remote' }, workRole: null, billableOption: 'Billable' })).toEqual(
      {
        workType: { id: 1, name: 'Remote' },
        workRole: null,
        agreement: null,
        billable: 'Billable',
      },
    )
    expect(read({ billableOption: 'Sometimes' }).billable).toBeNull()
  })
})
