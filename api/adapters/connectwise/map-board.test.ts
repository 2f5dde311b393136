import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { boardStatusSchema, workRoleSchema, workTypeSchema } from './api-types.ts'
import { toBoardStatuses, toChoices } from './map-board.ts'

describe('toBoardStatuses', () => {
  it('keeps the board’s order, leaves out inactive ones and turns the flags our way round', () => {
    const statuses = z.array(boardStatusSchema).parse([
      {
        id: 3,
        name: 'Closed',
        sortOrder: 9,
        closedStatus: true,
        timeEntryNotAllowed: true,
        emailTemplate: { id: 1 },
      },
      { id: 2, name: 'Old', sortOrder: 2, inactive: true },
      { id: 1, name: 'New', sortOrder: 1, defaultFlag: true, emailTemplate: null },
    ])
    expect(toBoardStatuses(statuses)).toEqual([
      { id: 1, name: 'New', closed: false, timeEntryAllowed: true, isDefault: true, mayMail: false },
      { id: 3, name: 'Closed', closed: true, timeEntryAllowed: false, isDefault: false, mayMail: true },
    ])
  })
})

describe('toChoices', () => {
  it('sorts by name, leaves out inactive ones and marks the default', () => {
    const types = z.array(workTypeSchema).parse([
      { id: 2, name: 'Remote', overallDefaultFlag: true },
      { id: 1, name: 'Onsite' },
      { id: 3, name: 'Gone', inactiveFlag: true },
    ])
    expect(toChoices(types)).toEqual([
      { id: 1, name: 'Onsite' },
      { id: 2, name: 'Remote', isDefault: true },
    ])
    expect(toChoices([workRoleSchema.parse({ id: 1, name: 'Engineer' })])).toEqual([
      { id: 1, name: 'Engineer' },
    ])
  })
})
