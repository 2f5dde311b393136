import { describe, expect, it } from 'vitest'
import type { PostState, PostView } from '../contracts/post.ts'
import { member } from '../session/testing/script.ts'
import { type Bench, bench, sessionId } from './testing/bench.ts'

const postOf = (state: PostState, text = 'The note.'): PostView => ({
  id: '00000000-0000-7000-8000-00000000abcd',
  session: sessionId,
  ticket: { id: 4711, kind: 'service' },
  kind: 'note',
  audience: 'internal',
  text,
  state,
  by: member,
  acceptedAt: '2026-11-24T09:10:00.000Z',
  notBefore: '2026-11-24T09:10:05.000Z',
  upTo: 0,
  parts: [],
})

async function liveSeat({ sit, time }: Bench) {
  const seat = await sit()
  await time.until(() => seat.session.state().link === 'live', 5_000)
  return seat
}

describe('the posts of an open session', () => {
  it('move on as the stream tells', async () => {
    const work = bench()
    const { session } = await liveSeat(work)
    work.api.setPost(postOf('waiting'))
    await work.time.until(() => session.state().posts[0]?.state === 'waiting', 1_000)
    await work.time.until(() => session.state().log.at(-1)?.event.type === 'posted', 1_000)
    work.api.setPost(postOf('posted'))
    await work.time.until(() => session.state().posts[0]?.state === 'posted', 1_000)
    expect(session.state().posts).toHaveLength(1)
  })

  it('are asked for when the stream returns, since it may have missed them', async () => {
    const work = bench()
    const { session, network } = await liveSeat(work)
    work.api.setPost(postOf('waiting'))
    await work.time.until(() => session.state().posts[0]?.state === 'waiting', 1_000)
    network.faults.offline = true
    network.cutStreams()
    await work.time.until(() => session.state().link === 'offline', 10_000)
    work.api.setPost(postOf('needs_you'))
    network.faults.offline = false
    await work.time.until(() => session.state().posts[0]?.state === 'needs_you', 60_000)
  })

  it('are there again after a reload without a network', async () => {
    const work = bench()
    const seat = await liveSeat(work)
    work.api.setPost(postOf('waiting', 'Kept.'))
    await work.time.until(() => seat.session.state().posts.length === 1, 1_000)
    await work.time.pass(250)
    seat.network.faults.offline = true
    await work.reload(seat)
    expect(seat.session.state().posts[0]?.text).toBe('Kept.')
  })
})
