import { describe, expect, it } from 'vitest'
import { service, startScripted } from './scripted-psa.ts'

describe('configurations and contact', () => {
  it('never ask for questions, notes or passwords', async () => {
    const { psa, server } = await startScripted({
      'GET /service/tickets/69/configurations': (asked) => ({
        body: asked.url.searchParams.get('pageId') === null ? [{ id: 8 }, { id: 9 }] : [],
      }),
      'GET /company/configurations': {
        body: [
          { id: 9, name: 'B' },
          { id: 8, name: 'A' },
        ],
      },
      'GET /company/contacts/5': { body: { id: 5, firstName: 'Casey' } },
    })
    expect((await psa.configurations(service(69))).map((one) => one.name)).toEqual(['A', 'B'])
    expect((await psa.contact(5))?.firstName).toBe('Casey')
    const asked = server.calls().map((call) => call.url.searchParams.get('fields') ?? '')
    expect(asked.filter((fields) => fields !== '')).toHaveLength(2)
    for (const fields of asked) expect(fields).not.toMatch(/question|password|notes|custom/i)
  })

  it('ask nothing where a ticket has no configuration', async () => {
    const { psa, server } = await startScripted({ 'GET /service/tickets/69/configurations': { body: [] } })
    expect(await psa.configurations(service(69))).toEqual([])
    expect(server.calls()).toHaveLength(1)
  })

  it('know no contact that is not there', async () => {
    const { psa } = await startScripted({})
    expect(await psa.contact(5)).toBeNull()
  })
})
