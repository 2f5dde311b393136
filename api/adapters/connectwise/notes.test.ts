import { describe, expect, it } from 'vitest'
import { service, startScripted } from './scripted-psa.ts'

describe('addNote', () => {
  it('mails nobody and asks for nothing to be marked as the customer’s', async () => {
    const { psa, server } = await startScripted({
      'POST /service/tickets/69/notes': {
        status: 201,
        body: {
          id: 5,
          ticketId: 69,
          member: { id: 1, identifier: 'api' },
          dateCreated: '2025-01-01T00:00:00Z',
        },
      },
    })
    const show = { discussion: false, internal: true, resolution: false }
    const note = { ticket: service(69), text: 'x', show, member: 'tech1', notify: false }
    expect(await psa.addNote(note)).toEqual({
      outcome: 'written',
      id: 5,
      ticket: 69,
      author: 'api',
      at: '2025-01-01T00:00:00Z',
    })
    expect(JSON.parse(server.calls()[0]?.body ?? '')).toEqual({
      text: 'x',
      detailDescriptionFlag: false,
      internalAnalysisFlag: true,
      resolutionFlag: false,
      member: { identifier: 'tech1' },
      customerUpdatedFlag: false,
      processNotifications: false,
    })
  })
})
