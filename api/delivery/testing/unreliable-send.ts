import { type HttpAnswer, type HttpRequest, type Send, SendFailure } from '#api/adapters/connectwise/send.ts'
import type { VirtualTime } from '#shared/sync/testing/virtual-time.ts'
import { jsonAnswer, pageAnswer, type SimulatedConnectWise } from './simulated-connectwise.ts'

/** What can happen to a call on its way to ConnectWise, there, and back. */
export const faultKinds = [
  'no connection',
  'reset before commit',
  'reset after commit',
  'no answer after commit',
  'late commit',
  'slow',
  'too many',
  'error',
  'error after commit',
  'page',
  'page after commit',
  'cut off',
  'upgraded',
  'refused',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface FaultPlan {
  /** Share of calls that do not go well. */
  rate: number
  kinds: readonly FaultKind[]
  /** The latest that a write commits after the client gave up on it, milliseconds. */
  latestCommitMs: number
}

/**
 * HTTP towards a simulated ConnectWise, in virtual time. Once a call is on its way, ConnectWise goes on with it whether
 * or not anybody still listens.
 */
export function unreliableSend(
  time: VirtualTime,
  random: () => number,
  server: SimulatedConnectWise,
  plan: FaultPlan,
  note: (happened: string) => void = () => {},
): Send {
  const wait = (milliseconds: number) => new Promise<void>((resolve) => time.after(milliseconds, resolve))
  const lost = () => new SendFailure(true, 'ConnectWise did not answer.')

  async function meet(fault: FaultKind, request: HttpRequest, answer: () => HttpAnswer): Promise<HttpAnswer> {
    const patience = request.timeoutMs - 200
    const commitsToo = () => {
      answer()
    }
    switch (fault) {
      case 'no connection':
        throw new SendFailure(false, 'ConnectWise could not be reached.')
      case 'reset before commit':
        throw lost()
      case 'reset after commit':
        commitsToo()
        throw lost()
      case 'no answer after commit':
        commitsToo()
        await wait(patience)
        throw lost()
      case 'late commit': {
        await wait(random() < 0.5 ? random() * 1_000 : patience)
        time.after((random() < 0.3 ? 1 : random()) * plan.latestCommitMs, commitsToo)
        throw lost()
      }
      case 'slow': {
        const takes = random() * (patience + Math.min(plan.latestCommitMs, 20_000))
        if (takes > patience) {
          time.after(takes, commitsToo)
          await wait(patience)
          throw lost()
        }
        await wait(takes)
        return answer()
      }
      case 'too many': {
        const seconds = Math.floor(random() * 40)
        const headers: Record<string, string> = seconds % 4 === 0 ? {} : { 'retry-after': String(seconds) }
        return jsonAnswer(429, { error: 'TooManyRequests', message: 'Slow down.' }, headers)
      }
      case 'error':
        return jsonAnswer(random() < 0.5 ? 500 : 503, { code: 'Unexpected', message: 'It failed.' })
      case 'error after commit':
        commitsToo()
        return jsonAnswer(500, { code: 'Unexpected', message: 'It failed.' })
      case 'page':
        return pageAnswer(random() < 0.5 ? 200 : 502)
      case 'page after commit':
        commitsToo()
        return pageAnswer(random() < 0.5 ? 200 : 504)
      case 'cut off': {
        const whole = answer()
        if (random() < 0.5) throw lost()
        return { ...whole, body: whole.body.slice(0, whole.body.length / 2) }
      }
      case 'upgraded':
        server.upgrade()
        return answer()
      case 'refused':
        return jsonAnswer(random() < 0.5 ? 400 : 403, {
          code: 'InvalidObject',
          message: 'It is not allowed.',
        })
    }
  }

  return async (request) => {
    await wait(1 + random() * 100)
    const { kinds } = plan
    const fault = random() < plan.rate ? kinds[Math.floor(random() * kinds.length)] : undefined
    const answer = () => {
      if (isWrite(request)) note(`ConnectWise takes ${request.method} ${request.url.pathname}`)
      return server.answer(request)
    }
    if (fault === undefined) {
      const given = answer()
      await wait(random() * 300)
      return given
    }
    if (isWrite(request)) note(`${fault}: ${request.method} ${request.url.pathname}`)
    return await meet(fault, request, answer)
  }
}

const isWrite = ({ method, body }: HttpRequest) => body !== undefined || method === 'DELETE'
