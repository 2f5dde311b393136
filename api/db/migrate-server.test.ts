import { describe, expect, it } from 'vitest'
import { migrateServer } from './migrate-server.ts'

describe('migrating a server', () => {
  it('says which database does not answer, and none of its own statements', async () => {
    const said = await migrateServer('postgres://owner:x@127.0.0.1:1/none').catch(String)
    expect(said).toBe(
      'Error: The database of DATABASE_MIGRATION_URL does not answer: connect ECONNREFUSED 127.0.0.1:1',
    )
  })
})
