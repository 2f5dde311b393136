import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import type { AcceptPost } from '#shared/contracts/post.ts'
import type { PostOptions } from '#shared/contracts/ticket.ts'
import { someOptions } from './testing/demo-records.ts'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

/** One answer given, under these options, and its note shown. */
async function onNote(options: Partial<PostOptions>, answer = '1'): Promise<void> {
  panel = mounted(undefined, undefined, undefined, ({ api }) => {
    api.overrides.getPostOptions = () => ({ ...someOptions, ...options })
  })
  await toFirstStep(panel)
  panel.press(answer)
  await panel.see(answer === '1' ? 'Read the token state' : 'Ready to hand over')
  panel.press('Escape')
  panel.press('w')
  await panel.see('What will be posted')
}
/** Keeps what is asked of the API to post, and answers that it cannot yet. */
function refusePosts(): AcceptPost[] {
  const asked: AcceptPost[] = []
  panel.host.api.overrides.acceptPost = ({ body }) => {
    if (body) asked.push(body)
    throw new ApiError('unavailable', 'Later.', { status: 503 })
  }
  return asked
}
const kinds = () =>
  [...panel.element.querySelectorAll('.rf-kind label')].map((label) => label.textContent ?? '')

describe('a ticket that takes no time entries', () => {
  it.each([
    ['board', 'The ticket’s board is locked for time entries'],
    ['status', 'The ticket’s status takes no time entries'],
  ] as const)('offers the note alone, and says why: its %s', async (time, why) => {
    await onNote({ locks: { time, discussions: false }, defaults: { ...someOptions.defaults, kind: 'note' } })
    await panel.see(why)
    expect(kinds()).toEqual(['Note'])
    panel.press('m')
    expect(kinds()).toEqual(['Note'])
  })

  it('is told apart from one that takes them', async () => {
    await onNote({})
    await waitFor(() => expect(kinds()).toEqual(['Note', 'Time']))
    expect(panel.text()).not.toContain('takes no time entries, so this goes')
  })

  it('warns where the board’s texts are locked', async () => {
    await onNote({ locks: { time: null, discussions: true } })
    await panel.see('ConnectWise may refuse a new one')
  })
})

describe('the status after a post', () => {
  const statusAfter = { resolved: 12, escalate: 10, refer: null }
  const defaults = { ...someOptions.defaults, statusAfter }

  it('stays as it is while nothing has ended', async () => {
    await onNote({ defaults })
    await panel.see('Status after it: as it is')
  })

  it('is what the team sets after the outcome, and is sent with the post', async () => {
    await onNote({ defaults }, '2')
    await panel.see('Status after it: In progress')
    const asked = refusePosts()
    panel.press('Enter')
    await waitFor(() => expect(asked).toMatchObject([{ status: 10 }]))
  })

  it('is what the technician chooses instead, as it is too', async () => {
    await onNote({ defaults }, '2')
    await panel.see('Status after it: In progress')
    const select = await panel.find('.rf-more select')
    fireEvent.change(select, { target: { selectedIndex: 0 } })
    await panel.see('Status after it: as it is')
    const asked = refusePosts()
    panel.press('Enter')
    await waitFor(() => expect(asked).toMatchObject([{ status: null }]))
  })
})
