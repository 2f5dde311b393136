import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

const nothing = 'Nothing was posted. Press Post again once the server is back.'
const unknown = 'The server did not answer. Whether it was posted is looked up once it is back.'

/** One answer given and taken by the API, and its note shown. */
async function onNote(): Promise<void> {
  panel = mounted()
  await toFirstStep(panel)
  panel.press('1')
  await panel.see('Read the token state')
  await waitFor(() => expect([...panel.host.api.sessions.values()][0]?.log).toHaveLength(1))
  panel.press('Escape')
  panel.press('w')
  await panel.see('What will be posted')
}

describe('a post while the server cannot be reached', () => {
  it('says that nothing was posted, until the server is back', async () => {
    await onNote()
    const { api } = panel.host
    api.lose()
    await panel.see('Posting needs the server.')
    panel.press('Enter')
    await panel.see(nothing)
    expect(api.calls.acceptPost).toBeUndefined()
    api.offline = false
    await waitFor(() => expect(panel.text()).not.toContain(nothing))
    panel.press('Enter')
    await panel.see(/Sending in/)
    expect(api.posts.size).toBe(1)
  })

  it('is looked for once the server is back, where its answer was lost', async () => {
    await onNote()
    const { api } = panel.host
    const accept = api.client.call
    api.client.call = async (route, input) => {
      const answer = await accept(route, input)
      if (route !== 'acceptPost') return answer
      api.lose()
      throw new ApiError('offline', 'No answer.')
    }
    panel.press('Enter')
    await panel.see(unknown)
    await panel.see('Posting needs the server.')
    expect(panel.text()).not.toContain(nothing)
    api.offline = false
    await panel.see(/Sending in/)
    expect(panel.text()).not.toContain('What will be posted')
    expect(api.posts.size).toBe(1)
  })

  it('is taken for not posted where the server, back again, never saw it', async () => {
    await onNote()
    const { api } = panel.host
    api.overrides.acceptPost = () => {
      api.lose()
      throw new ApiError('offline', 'No answer.')
    }
    panel.press('Enter')
    await panel.see(unknown)
    await panel.see('Posting needs the server.')
    delete api.overrides.acceptPost
    api.offline = false
    await panel.see('Nothing was posted. Press Post again.')
    panel.press('Enter')
    await panel.see(/Sending in/)
    expect(api.posts.size).toBe(1)
  })
})
