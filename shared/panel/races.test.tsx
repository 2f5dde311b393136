import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import type { SessionEvent } from '#shared/session/event.ts'
import { eventId } from '#shared/session/testing/script.ts'
import { acceptedView } from './testing/accepted-view.ts'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

/** One answer given. */
async function onStep(): Promise<void> {
  panel = mounted()
  await toFirstStep(panel)
  panel.press('1')
  await panel.see('Read the token state')
  await waitFor(() => expect(session().log).toHaveLength(1))
}

async function onNote(): Promise<void> {
  panel.press('Escape')
  panel.press('w')
  await panel.see('What will be posted')
}

function session() {
  const [first] = [...panel.host.api.sessions.values()]
  if (!first) throw new Error('No session.')
  return first
}

const asked = () => panel.host.api.calls.acceptPost ?? 0
const card = () => panel.element.querySelector('.rf-ask')?.textContent ?? ''
const button = (label: string) =>
  [...panel.element.querySelectorAll('button')].find((one) => one.textContent?.startsWith(label))

describe('a note that was posted elsewhere in the same moment', () => {
  it('goes to the steps and shows how that post stands, without a request to name', async () => {
    await onStep()
    await onNote()
    panel.host.api.overrides.acceptPost = ({ body }) => {
      if (!body) throw new Error('No body.')
      const id = crypto.randomUUID()
      const view = acceptedView(session(), { ...body, id }, Date.now())
      panel.host.api.posts.set(id, { ...view, state: 'posted' })
      const details = { kind: 'posted_elsewhere', post: id }
      throw new ApiError('conflict', 'This was posted.', { status: 409, request: 'req-7', details })
    }
    panel.press('Enter')
    await panel.see(/Sent/)
    await panel.see('This was posted from elsewhere')
    expect(panel.text()).not.toContain('Note for the ticket')
    expect(panel.text()).not.toContain('req-7')
  })
})

describe('time that changed between the look at the note and the post', () => {
  it('is taken anew and said, without a request to name', async () => {
    await onStep()
    await onNote()
    panel.host.api.overrides.acceptPost = () => {
      const details = { kind: 'time_changed' }
      throw new ApiError('conflict', 'Your time here has changed.', {
        status: 409,
        request: 'req-8',
        details,
      })
    }
    panel.press('Enter')
    await panel.see('your time here was taken anew. Press Post once more.')
    expect(panel.text()).not.toContain('req-8')
    expect(panel.host.api.calls.getMyActivity).toBeGreaterThan(1)
    panel.host.api.overrides.acceptPost = undefined
    panel.press('Enter')
    await panel.see(/Sending in/)
  })
})

describe('an answer that came in late', () => {
  /** The other answer to the step that was answered, from a tab that had not seen the first. */
  async function withLate(): Promise<void> {
    await onStep()
    const [first] = session().log
    if (first?.event.type !== 'answered') throw new Error('No answer.')
    const other: SessionEvent = { ...first.event, id: eventId(9), choice: 'no' }
    panel.host.api.append(session().header.id, [other])
    await waitFor(() => expect(session().log).toHaveLength(2))
    await onNote()
    await panel.see('Came in late')
  }

  it('is asked about before a note that would contradict itself is posted', async () => {
    await withLate()
    expect(card()).not.toContain('offline')
    panel.press('Enter')
    await panel.see('Keep or strike it first')
    expect(asked()).toBe(0)
    button('Strike')?.click()
    await waitFor(() => expect(card()).toBe(''))
    panel.press('Enter')
    await panel.see(/Sending in/)
    expect(asked()).toBe(1)
  })

  it('is asked about no more once it stands in the ticket', async () => {
    await withLate()
    const { id, startedBy } = session().header
    const head = { id: eventId(10), v: 1, at: new Date().toISOString(), by: startedBy } as const
    const post = { post: eventId(8), upTo: 2, audience: 'internal' } as const
    panel.host.api.append(id, [{ ...head, ...post, time: [], type: 'posted' }])
    await panel.see('Nothing was done since the last post.')
    expect(card()).toBe('')
  })
})
