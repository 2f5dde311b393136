import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '#api/db/schema/team.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createPostingSession, type PostingSession } from './testing/posting-session.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp(openOwnDatabase())
})
afterAll(() => app.close())

let posting: PostingSession
beforeEach(async () => {
  posting = await createPostingSession(app)
})

/** A note that stands in its ticket twice, as a late look has found, and what a colleague may do about it. */
async function doubledNote() {
  const { team, request, accept, work, inTicket } = posting
  const post = await accept(await request())
  app.pass(5_000)
  await work()
  const [older] = inTicket(post)
  if (older === undefined) throw new Error('the note is not in its ticket')
  const newer = { ...older, id: older.id + 1_000 }
  app.psa.world.texts.push(newer)
  app.pass(11 * 60_000)
  await work()
  const { client } = await team.join('engineer')
  const part = async () => {
    const [text] = (await client.call('getPost', { params: { id: post.id } })).parts
    if (text === undefined) throw new Error('the post has no text')
    return text
  }
  const { id } = await part()
  const remove = (wanted = newer.id, keep = older.id) =>
    client.call('removeCopy', { params: { id }, body: { remove: wanted, keep } })
  return { team, post, older, newer, part, remove, client, id }
}

describe('removing one of two from the ticket', () => {
  it('names both with their times, takes the newer away and leaves the older', async () => {
    const { post, older, newer, part, remove } = await doubledNote()
    expect((await part()).copies).toEqual([
      { id: older.id, at: older.createdAt },
      { id: newer.id, at: newer.createdAt },
    ])
    expect((await remove()).parts[0]).toMatchObject({ removing: newer.id })
    await posting.work()
    expect(posting.inTicket(post).map(({ id }) => id)).toEqual([older.id])
    const after = await part()
    expect(after).toMatchObject({ state: 'posted', doubled: false, removing: null, message: null })
    expect(after).not.toHaveProperty('copies')
  })

  it('is written down with who asked, and what stays', async () => {
    const { team, id, older, newer, remove } = await doubledNote()
    await remove()
    const rows = await app.db.asTeam(team.id, (tx) => tx.select().from(audit))
    expect(rows.find(({ action }) => action === 'delivery.copy_removed')).toMatchObject({
      subject: id,
      details: { ticket: 101, kind: 'note', remove: newer.id, keep: older.id },
    })
  })

  it('refuses the older one, an unknown one, and a second click', async () => {
    const { post, older, newer, remove } = await doubledNote()
    const conflict = { code: 'conflict', message: expect.stringContaining('Look again') }
    await expect(remove(older.id, newer.id)).rejects.toMatchObject(conflict)
    await expect(remove(newer.id + 1)).rejects.toMatchObject(conflict)
    await remove()
    await expect(remove()).rejects.toMatchObject(conflict)
    await posting.work()
    await expect(remove()).rejects.toMatchObject(conflict)
    expect(posting.inTicket(post)).toHaveLength(1)
  })

  it('is not put off by a worker that was looking at the ticket just then', async () => {
    const { post, older, client, id, remove } = await doubledNote()
    await client.call('settleDelivery', { params: { id }, body: { how: 'look_again' } })
    let asked = false
    await posting.work(async (psa) => {
      if (!asked) await remove()
      asked = true
      return psa
    })
    expect(posting.inTicket(post).map(({ id: left }) => left)).toEqual([older.id])
  })

  it('tells the technician to remove it there where ConnectWise does not let us', async () => {
    const { post, newer, part, remove } = await doubledNote()
    await remove()
    app.psa.failNext('refused')
    await posting.work()
    expect(posting.inTicket(post)).toHaveLength(2)
    expect(await part()).toMatchObject({ doubled: true, removing: null })
    expect((await part()).message).toContain(`remove note ${newer.id}. Open the ticket, remove it there`)
  })
})

describe('a text that somebody said is there', () => {
  it('is looked at once more, since it may be there twice', async () => {
    const { team, request, accept, work, inTicket } = posting
    const post = await accept(await request())
    app.psa.failNext('late commit', 2)
    for (let minutes = 0; minutes < 30; minutes += 1) {
      app.pass(60_000)
      await work()
    }
    app.psa.commitLate()
    expect(inTicket(post)).toHaveLength(2)
    const { client } = await team.join('engineer')
    const part = async () => (await client.call('getPost', { params: { id: post.id } })).parts[0]
    const asking = await part()
    expect(asking?.state).toBe('needs_you')
    await client.call('settleDelivery', { params: { id: asking?.id ?? '' }, body: { how: 'it_is_there' } })
    await work()
    expect(await part()).toMatchObject({ state: 'posted', doubled: true })
  })
})
