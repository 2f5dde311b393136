import type { Send } from '#api/adapters/connectwise/send.ts'
import { type ContractFault, psaContract } from '#api/ports/psa.contract.ts'
import { connectToSandbox } from './connect-to-sandbox.ts'

/** A port of this machine on which nothing listens. */
const deadOrigin = 'http://127.0.0.1:1'

const effects = {
  'rate limited': { kind: 'too-many', seconds: 30 },
  refused: { kind: 'status', status: 403 },
  'reset before commit': { kind: 'reset-before' },
  'reset after commit': { kind: 'reset-after' },
  'read unavailable': { kind: 'status', status: 503 },
} as const

async function start() {
  let unreachable = false
  const through =
    (send: Send): Send =>
    (request) => {
      if (!unreachable || request.method === 'GET') return send(request)
      unreachable = false
      return send({ ...request, url: new URL(request.url.pathname, deadOrigin) })
    }
  const { psa, fault, steer, claimOf, close } = await connectToSandbox({ through })
  const statuses = await psa.statuses(1)
  const [elsewhere] = await psa.statuses(2)
  const named = (name: string) => statuses.find((status) => status.name === name)?.id ?? 0
  const claim = await claimOf('mrivera')
  return {
    psa,
    ticket: { id: 26251, kind: 'service' as const },
    sibling: { id: 26247, kind: 'service' as const },
    missing: 999_999,
    member: {
      identifier: claim.memberId,
      email: 'mrivera@ridgeline.example',
      hash: claim.memberHash,
      context: claim.memberContext,
    },
    inactiveMember: 'dwalsh',
    statuses: {
      other: named('In Progress'),
      closing: named('Closed'),
      noTime: named('Cancelled - no time'),
      foreign: elsewhere?.id ?? 0,
    },
    failNext: async (kind: ContractFault, by?: 'removal') => {
      const write = by === 'removal' ? 'DELETE /**' : 'POST /**'
      if (kind === 'not sent') unreachable = true
      else if (kind === 'read unavailable')
        await steer('POST', '/faults', { match: 'GET /**', times: null, effect: effects[kind] })
      else await fault(write, effects[kind])
    },
    mend: async () => {
      await steer('DELETE', '/faults')
    },
    close,
  }
}

psaContract('ConnectWise', start)
