import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstNote } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

/** One answer given, and its note shown. */
async function onNote(): Promise<void> {
  panel = mounted()
  await toFirstNote(panel)
}

/** Answers accepting with an error and keeps what was asked. */
function refusePosts(error: ApiError): AcceptPost[] {
  const asked: AcceptPost[] = []
  panel.host.api.overrides.acceptPost = ({ body }) => {
    if (body) asked.push(body)
    throw error
  }
  return asked
}

const click = async (label: string) => {
  await panel.see(label)
  const button = [...panel.element.querySelectorAll('button')].find((one) =>
    one.textContent?.startsWith(label),
  )
  button?.click()
}

describe('a post that was not accepted', () => {
  it.each(['unavailable', 'internal', 'ticket_system'] as const)(
    'goes out with the same id after %s, since it may be stored',
    async (code) => {
      await onNote()
      const asked = refusePosts(new ApiError(code, 'Later.', { status: 503 }))
      panel.press('Enter')
      await panel.see('Later.')
      panel.press('Enter')
      await waitFor(() => expect(asked).toHaveLength(2))
      expect(asked[1]?.id).toBe(asked[0]?.id)
    },
  )

  it('is a post of its own after a clear refusal', async () => {
    await onNote()
    const asked = refusePosts(new ApiError('conflict', 'Changed.', { status: 409 }))
    panel.press('Enter')
    await panel.see('Changed.')
    await waitFor(() => expect(panel.text()).not.toContain('Handing it over'))
    panel.press('Enter')
    await waitFor(() => expect(asked).toHaveLength(2))
    expect(asked[1]?.id).not.toBe(asked[0]?.id)
  })
})

describe('a post that failed', () => {
  it('can be sent again or given up', async () => {
    await onNote()
    panel.press('Enter')
    await panel.see(/Sending in/)
    const [post] = [...panel.host.api.posts.values()]
    if (!post) throw new Error('No post.')
    const fail = () => {
      const parts = post.parts.map((part) => ({
        ...part,
        state: 'failed' as const,
        message: 'The board is gone.',
      }))
      panel.host.api.move(post.id, { state: 'failed', parts })
    }
    fail()
    await panel.see('The board is gone.')
    expect(panel.text()).not.toContain('It is there')
    await click('Send again')
    await panel.see(/Sending/)
    expect(panel.text()).not.toContain('Not sent')
    fail()
    await panel.see('Not sent')
    await click('Give up')
    await waitFor(() => expect(panel.host.api.posts.get(post.id)?.state).toBe('undone'))
    await waitFor(() => expect(panel.text()).not.toContain('Not sent'))
  })
})
