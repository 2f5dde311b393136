import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import {
  type HostEffect,
  type HostedPod,
  type HostInput,
  hostStep,
  newPod,
  type ScreenObject,
} from './protocol.ts'

const ticket: ScreenObject = { screen: 'ticket', id: 548, hostedAs: 'pod' }
const frameId = 'frame-1'

/** Plays inputs into one pod and keeps what the host did about each. */
function play(inputs: HostInput[], pod: HostedPod = newPod(frameId)) {
  const effects: HostEffect[] = []
  for (const input of inputs) {
    const step = hostStep(pod, input)
    pod = step.pod
    effects.push(...step.effects)
  }
  const sent: unknown[] = effects.flatMap((e) => (e.kind === 'send' ? [JSON.parse(e.text)] : []))
  return { pod, effects, sent }
}
const says = (message: object): HostInput => ({
  kind: 'message',
  data: JSON.stringify({ frameID: frameId, ...message }),
})
const ready: HostInput = { kind: 'message', data: '{"message":"ready"}' }
const loaded: HostInput = { kind: 'loaded', screen: ticket }

describe('a hosted pod’s host', () => {
  it('sends nothing before the pod is ready, then the frame id and the record', () => {
    expect(play([loaded]).sent).toEqual([])
    expect(play([loaded, ready]).sent).toEqual([
      { MessageFrameID: frameId },
      { event: 'onLoad', _id: 1, data: { screenObject: ticket } },
    ])
  })

  it('tells a re-used pod about every load and refresh, with a new event id and the frame id once more', () => {
    const next: ScreenObject = { ...ticket, id: 549 }
    const { sent } = play([loaded, ready, loaded, { kind: 'loaded', screen: next }])
    expect(sent.slice(2)).toEqual([
      { MessageFrameID: frameId },
      { event: 'onLoad', _id: 2, data: { screenObject: ticket } },
      { MessageFrameID: frameId },
      { event: 'onLoad', _id: 3, data: { screenObject: next } },
    ])
  })

  it('answers a member request under its lower-cased name, once', () => {
    const ask = says({ hosted_request: 'getMemberAuthentication' })
    const answer: HostInput = {
      kind: 'answer',
      request: 'getmemberauthentication',
      data: { memberid: 'mhart' },
    }
    const { effects, sent } = play([loaded, ready, ask, answer, answer])
    expect(effects).toContainEqual({ kind: 'ask', request: 'getmemberauthentication' })
    expect(sent.slice(2)).toEqual([{ response: 'getmemberauthentication', data: { memberid: 'mhart' } }])
  })

  it('keeps a second member request from overtaking the first', () => {
    const ask = says({ hosted_request: 'getMemberAuthentication' })
    const { effects } = play([loaded, ready, ask, ask])
    expect(effects.filter((e) => e.kind === 'ask')).toHaveLength(1)
  })

  it('heeds no request before the pod is ready', () => {
    expect(play([loaded, says({ hosted_request: 'refreshScreen' })]).effects.at(-1)?.kind).toBe('ignored')
  })

  it('heeds nobody without the frame id', () => {
    const bare: HostInput = { kind: 'message', data: '{"hosted_request":"refreshScreen"}' }
    const foreign = says({ frameID: 'frame-2', hosted_request: 'refreshScreen' })
    for (const input of [bare, foreign]) {
      expect(play([loaded, ready, input]).effects.at(-1)?.kind).toBe('ignored')
    }
    expect(play([loaded, ready, says({ hosted_request: 'refreshScreen' })]).effects.at(-1)).toEqual({
      kind: 'refresh',
    })
  })

  it('does not take a request for one of the vendor API, nor an object for a string', () => {
    expect(play([loaded, ready, says({ request: 'refreshScreen' })]).effects.at(-1)?.kind).toBe('ignored')
    expect(play([loaded, { kind: 'message', data: { message: 'ready' } }]).pod.phase).toBe('waiting')
  })

  it('blocks a save until the pod has answered that very save', () => {
    const saving: HostInput = { kind: 'saving' }
    const open = play([loaded, ready, saving])
    expect(open.sent.at(-1)).toEqual({ event: 'beforeSave', _id: 2, data: { screenObject: ticket } })
    expect(open.effects.some((e) => e.kind === 'save answered')).toBe(false)
    const stale = says({ event: 'beforeSave', _id: 1, result: 'success' })
    expect(play([stale], open.pod).effects.at(-1)?.kind).toBe('ignored')
    const yes = says({ event: 'beforeSave', _id: 2, result: 'success' })
    expect(play([yes], open.pod).effects).toEqual([{ kind: 'save answered', errors: [] }])
    expect(play([yes, yes], open.pod).effects.at(-1)?.kind).toBe('ignored')
  })

  it('stops a save with the pod’s own reasons', () => {
    const no = says({ event: 'beforeSave', _id: 2, result: 'failure', errors: ['Pick a work type first'] })
    expect(play([loaded, ready, { kind: 'saving' }, no]).effects.at(-1)).toEqual({
      kind: 'save answered',
      errors: ['Pick a work type first'],
    })
  })

  it('lets a save pass where the pod never became ready, or was loaded anew meanwhile', () => {
    expect(play([loaded, { kind: 'saving' }]).effects).toEqual([{ kind: 'save answered', errors: [] }])
    const { effects } = play([loaded, ready, { kind: 'saving' }, ready])
    expect(effects).toContainEqual({ kind: 'save answered', errors: [] })
  })

  it('marks the screen dirty and opens tickets and companies only', () => {
    const { effects } = play([
      loaded,
      ready,
      says({ hosted_request: 'setDirty', args: { dirty: true } }),
      says({ hosted_request: 'openScreen', args: { newTab: true, screen: 'ticket', id: '444' } }),
      says({ hosted_request: 'openScreen', args: { screen: 'invoice', id: 1 } }),
    ])
    expect(effects.slice(2)).toEqual([
      { kind: 'dirty', dirty: true },
      { kind: 'open', screen: 'ticket', id: 444, newTab: true },
      { kind: 'ignored', why: expect.any(String) },
    ])
  })

  it('survives any message and never sends a response nobody asked for', () => {
    const word = fc.constantFrom(
      'ready',
      'onLoad',
      'beforeSave',
      'getMemberAuthentication',
      'setDirty',
      'openScreen',
      '',
    )
    const message = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          message: word,
          event: word,
          _id: fc.nat(4),
          hosted_request: word,
          args: fc.jsonValue(),
          errors: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    )
    const input: fc.Arbitrary<HostInput> = fc.oneof(
      message.map((m): HostInput => ({ kind: 'message', data: JSON.stringify(m) })),
      message.map((m): HostInput => says(typeof m === 'object' && m !== null ? m : {})),
      fc.anything().map((data): HostInput => ({ kind: 'message', data })),
      fc.constantFrom<HostInput>(loaded, { kind: 'saving' }, { kind: 'save given up' }),
      fc.constant<HostInput>({ kind: 'answer', request: 'getmemberauthentication', data: {} }),
    )
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const { effects, sent } = play(inputs)
        const asks = effects.filter((e) => e.kind === 'ask').length
        const answers = sent.filter((m) => typeof m === 'object' && m !== null && 'response' in m).length
        expect(answers).toBeLessThanOrEqual(asks)
      }),
      { numRuns: testRuns() },
    )
  })
})
