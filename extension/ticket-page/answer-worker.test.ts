import { describe, expect, it, vi } from 'vitest'
import type { InsertOutcome } from '../messages/messages.ts'
import type { Sender } from '../messages/speaker.ts'
import { answerWorker } from './answer-worker.ts'

const ownId = 'fdbegpmcehfbdknmddghclphbmfnjjba'
const worker: Sender = { id: ownId, origin: `chrome-extension://${ownId}` }
const insert = {
  type: 'insertNote',
  ticket: { id: 26251, kind: 'service' },
  text: 'Done.',
  audience: 'internal',
} as const

function pageWith(outcome: () => Promise<InsertOutcome> = async () => 'inserted') {
  const page = {
    tellHint: vi.fn(),
    selection: vi.fn(() => ({ text: 'error 5', under: 7 })),
    insert: vi.fn(outcome),
  }
  return { page, answer: answerWorker(ownId, page) }
}

describe('a ticket page that is asked by the worker', () => {
  it('answers with the selection and with how the insert went, under the question’s own id', async () => {
    const { answer, page } = pageWith()
    expect(await answer({ type: 'readSelection', once: 'a' }, worker)).toEqual({
      once: 'a',
      text: 'error 5',
      under: 7,
    })
    expect(await answer({ ...insert, once: 'b' }, worker)).toEqual({ once: 'b', outcome: 'inserted' })
    expect(page.insert).toHaveBeenCalledWith({ ticket: insert.ticket, text: 'Done.', audience: 'internal' })
  })

  it('says its hint again when asked to, so that the worker knows a page is there', async () => {
    const { answer, page } = pageWith()
    expect(await answer({ type: 'tellHint' }, worker)).toBeNull()
    expect(page.tellHint).toHaveBeenCalledOnce()
  })

  it.each<[string, Sender]>([
    ['another extension', { ...worker, id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }],
    ['a script in a page', { id: ownId, origin: 'https://na.myconnectwise.net', frameId: 0, tab: { id: 1 } }],
    ['a page in a tab', { ...worker, tab: { id: 1 } }],
    ['nobody known', {}],
  ])('says nothing to %s, and does nothing', (_, sender) => {
    const { answer, page } = pageWith()
    expect(answer({ type: 'readSelection', once: 'a' }, sender)).toBeNull()
    expect(answer({ ...insert, once: 'b' }, sender)).toBeNull()
    expect(page.selection).not.toHaveBeenCalled()
    expect(page.insert).not.toHaveBeenCalled()
  })

  it('answers no other question', () => {
    const { answer } = pageWith()
    expect(answer({ type: 'somethingWaits' }, worker)).toBeNull()
    expect(answer({ ...insert }, worker)).toBeNull()
  })

  it('inserts once for one id, also while the first insert runs, and answers both', async () => {
    const { answer, page } = pageWith()
    const [one, two] = await Promise.all([
      answer({ ...insert, once: 'a' }, worker),
      answer({ ...insert, once: 'a', text: 'Done again.' }, worker),
    ])
    expect([one, two, await answer({ ...insert, once: 'a' }, worker)]).toEqual(
      Array(3).fill({ once: 'a', outcome: 'inserted' }),
    )
    expect(page.insert).toHaveBeenCalledTimes(1)
  })

  it('inserts one after the other', async () => {
    let running = 0
    const { answer, page } = pageWith(async () => {
      running += 1
      await Promise.resolve()
      const outcome = running === 1 ? 'inserted' : 'left_changed'
      running -= 1
      return outcome
    })
    const answers = await Promise.all(['a', 'b', 'c'].map((once) => answer({ ...insert, once }, worker)))
    expect(answers.map((each) => each && 'outcome' in each && each.outcome)).toEqual(
      Array(3).fill('inserted'),
    )
    expect(page.insert).toHaveBeenCalledTimes(3)
  })

  it('sends the technician to look where an insert broke off, and goes on with the next', async () => {
    const outcomes = [() => Promise.reject(new Error('gone')), async (): Promise<InsertOutcome> => 'inserted']
    const { answer } = pageWith(() => (outcomes.shift() ?? outcomes[0] ?? (async () => 'no_editor'))())
    expect(await answer({ ...insert, once: 'a' }, worker)).toEqual({ once: 'a', outcome: 'left_changed' })
    expect(await answer({ ...insert, once: 'b' }, worker)).toEqual({ once: 'b', outcome: 'inserted' })
  })
})
