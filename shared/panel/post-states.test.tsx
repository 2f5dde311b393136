import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import type { DeliveryView, PostView } from '#shared/contracts/post.ts'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstNote } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

/** A post that was accepted, its time to undo over. */
async function onPost(): Promise<void> {
  panel = mounted()
  await toFirstNote(panel)
  panel.press('Enter')
  await panel.see(/Sending in/)
}

const posted = (): PostView => {
  const [post] = [...panel.host.api.posts.values()]
  if (!post) throw new Error('No post.')
  return post
}
const over = { notBefore: '2020-01-01T00:00:00.000Z' }

/** The post stands so, and so does its text. */
function stand(
  state: PostView['state'],
  more: Partial<DeliveryView> = {},
  whole: Partial<PostView> = {},
): void {
  const parts = posted().parts.map((part) => ({ ...part, state, message: null, ...more }))
  panel.host.api.move(posted().id, { state, parts, ...over, ...whole })
}

const strip = () => panel.element.querySelector('.rf-post')?.textContent ?? ''
const labels = () =>
  [...panel.element.querySelectorAll('.rf-post button, .rf-post a')].map(({ textContent }) => textContent)
const click = (label: string) =>
  [...panel.element.querySelectorAll('button')]
    .find(({ textContent }) => textContent?.startsWith(label))
    ?.click()

describe('how a post stands', () => {
  it('counts no seconds any more once it was tried', async () => {
    await onPost()
    const notBefore = '2099-03-01T09:30:00.000Z'
    stand('waiting', { message: 'ConnectWise asks us to slow down.' }, { notBefore, version: 8 })
    await waitFor(() => expect(strip()).toContain('slow down'))
    expect(strip()).not.toContain('Sending in')
    expect(labels().filter((label) => /Undo|Send now/.test(label ?? ''))).toEqual(['UndoU'])
  })

  it('goes back to waiting with the state it is in, and says when it is tried again', async () => {
    await onPost()
    stand('sending')
    await waitFor(() => expect(strip()).toContain('You can close this'))
    stand('checking', { message: 'ConnectWise did not answer. Checking. Don’t retype it.' })
    await waitFor(() => expect(strip()).toContain('Checking'))
    const nextTryAt = '2099-03-01T09:30:00.000Z'
    stand('waiting', { message: 'ConnectWise cannot be reached.', nextTryAt })
    await waitFor(() =>
      expect(strip()).toMatch(/^Waiting ConnectWise cannot be reached. Next try at 10:30\./),
    )
    stand('waiting', { message: 'ConnectWise cannot be reached.', nextTryAt: new Date().toISOString() })
    await waitFor(() => expect(strip()).toContain('Next try within a minute'))
    expect(strip()).not.toMatch(/Sending|Checking/)
  })

  it('is not turned back by an answer that was slower than the stream', async () => {
    await onPost()
    const early = { ...posted(), ...over, state: 'sending' as const, version: 1 }
    stand('waiting', { message: 'ConnectWise cannot be reached.' }, { version: 7 })
    panel.host.api.overrides.getPost = () => early
    await waitFor(() => expect(panel.host.api.calls.getPost ?? 0).toBeGreaterThan(0), { timeout: 5_000 })
    await waitFor(() => expect(strip()).toContain('Waiting'))
    expect(strip()).not.toContain('You can close this')
  })

  it('says once that it is being looked for', async () => {
    await onPost()
    stand('checking', { message: 'ConnectWise did not answer. Checking. Don’t retype it.' })
    await waitFor(() => expect(strip().match(/Don’t retype it/g)).toHaveLength(1))
    stand('checking')
    await waitFor(() => expect(strip().match(/Don’t retype it/g)).toHaveLength(1))
  })

  it('lets a text that waits for ConnectWise be taken back, until a send may have arrived', async () => {
    await onPost()
    stand('waiting', { message: 'ConnectWise cannot be reached.', mayBeThere: false })
    await waitFor(() => expect(labels()).toEqual(['UndoU']))
    stand('waiting', { message: 'ConnectWise cannot be reached.', mayBeThere: true })
    await waitFor(() => expect(labels()).toEqual([]))
  })
})

describe('a post whose time to undo runs', () => {
  it('counts by the clock and then waits for a server that is away, offering what would fail no more', async () => {
    await onPost()
    const { api, surroundings } = panel.host
    panel.host.api.overrides.getPost = () => Promise.reject(new ApiError('offline', 'No answer.'))
    const inTime = (left: number) => {
      const notBefore = new Date(surroundings.now() + left).toISOString()
      api.move(posted().id, { notBefore })
    }
    inTime(3_500)
    await waitFor(() => expect(strip()).toContain('Sending in 4 s'))
    await waitFor(() => expect(strip()).toContain('Sending in 3 s'))
    api.offline = true
    inTime(300)
    await waitFor(() => expect(strip()).toContain('Waiting for the server; it goes out once it is back.'))
    expect(labels()).toEqual([])
    stand('waiting', { message: 'ConnectWise cannot be reached.' })
    await panel.see('ConnectWise cannot be reached.')
    expect(labels()).toEqual([])
    panel.press('u')
    panel.press('g')
    expect(api.calls).not.toMatchObject({ undoPost: expect.anything() })
    expect(api.calls).not.toMatchObject({ sendPostNow: expect.anything() })
    delete api.overrides.getPost
    api.offline = false
    api.move(posted().id, { state: 'sending' })
    await waitFor(() => expect(strip()).toContain('You can close this'))
  })

  it('can be taken back until then, though the server does not answer for a moment', async () => {
    await onPost()
    expect(labels()).toEqual(['UndoU', 'Send nowG'])
  })
})

describe('a post that needs somebody', () => {
  it('asks nothing about a text that was never sent', async () => {
    await onPost()
    stand('needs_you', { message: 'Ticket #1001 was closed in the meantime.', mayBeThere: false })
    await panel.see('Ticket #1001 was closed in the meantime.')
    expect(strip()).not.toContain('is the text there')
    expect(labels()).toEqual(['Send again', 'Copy the text', 'Give up'])
  })

  it('can be called there once a send may have arrived', async () => {
    await onPost()
    stand('needs_you', { message: 'Look at the ticket.', mayBeThere: true })
    await panel.see('It is there')
    click('It is there')
    await waitFor(() => expect(strip()).toContain('Sent'))
  })

  it('speaks of a status as one', async () => {
    await onPost()
    const [text] = posted().parts
    if (!text) throw new Error('No text.')
    const status = { ...text, id: 'status', part: 'status' as const, state: 'needs_you' as const }
    const parts = [
      { ...text, state: 'posted' as const },
      { ...status, message: 'Somebody changed it.', mayBeThere: true },
    ]
    panel.host.api.move(posted().id, { state: 'needs_you', parts, ...over })
    await panel.see('It is set')
    expect(labels()).toEqual(['It is set', 'Send again', 'Give up'])
    const failed = parts.map((part) =>
      part.part === 'status' ? { ...part, state: 'failed' as const } : part,
    )
    panel.host.api.move(posted().id, { state: 'failed', parts: failed, ...over })
    await panel.see('Sent, but the status is not set')
    expect(strip()).not.toContain('Not sent')
  })

  it('stays in sight while its text stands in the ticket twice', async () => {
    await onPost()
    stand('posted', { doubled: true, message: 'It stands there twice, as notes 41 and 57.' })
    await panel.see('notes 41 and 57')
    expect(strip()).toContain('Needs you')
    const { api } = panel.host
    panel.stop()
    panel = mounted(undefined, undefined, api)
    await panel.see('Already begun')
    await panel.see('All flows')
    panel.press('1')
    await panel.see('notes 41 and 57')
    click('Look again')
    await waitFor(() => expect(strip()).not.toContain('Needs you'))
  })

  it('has the newer of two removed by a second click that names it, and says how far that is', async () => {
    await onPost()
    const copies = [
      { id: 41, at: '2026-11-24T13:01:00Z' },
      { id: 57, at: '2026-11-24T13:02:00Z' },
    ]
    stand('posted', { doubled: true, copies, message: 'It stands there twice, as notes 41 and 57.' })
    await panel.see('Remove the newer note 57 of 14:02; 41 of 14:01 stays')
    click('Remove the newer note')
    await panel.see('The note 57 of 14:02 goes from ticket #1001 for good')
    click('Keep both')
    await waitFor(() => expect(labels()).toContain('Look again'))
    click('Remove the newer note')
    await panel.see('Remove note 57')
    click('Remove note 57')
    await panel.see('Removing note 57.')
    expect(labels().filter((label) => /Remove|Look again/.test(label ?? ''))).toEqual([])
    stand('posted', { doubled: false, copies: undefined, removing: null })
    await waitFor(() => expect(strip()).not.toContain('Needs you'))
  })

  it('says of a time entry what that means for billing', async () => {
    await onPost()
    const copies = [41, 57].map((id) => ({ id, at: null }))
    stand('posted', { doubled: true, copies, message: 'Twice.' }, { kind: 'time' })
    await panel.see('Remove the newer time entry 57; 41 stays')
    click('Remove the newer')
    await panel.see('Its time is no longer billed then.')
  })
})
