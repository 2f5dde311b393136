/** What the sandbox tells about itself, as far as its strip shows it. */
export interface SandboxState {
  misbehave: boolean
  pending: { due: string; method: string; path: string }[]
  faults: { id: number; preset: boolean; match: string; times: number | null; effect: { kind: string } }[]
  writes: { sequence: number; at: string; verb: string; entity: string; id: number; by: string }[]
  seen: { at: string; method: string; path: string; status: number; fault?: string }[]
  switches: { refuseHashes: boolean }
}

/** The state of the switch. */
export interface Misbehave {
  on: boolean
  latestLateCommitMs: number
}

/** One fault that a button arms. */
export interface SingleFault {
  label: string
  says: string
  effect: Record<string, string | number | boolean>
}

/** The faults that can be had one at a time. */
export const singleFaults: readonly SingleFault[] = [
  {
    label: 'Reset after commit',
    says: 'ConnectWise saves the text, then the connection breaks',
    effect: { kind: 'reset-after' },
  },
  {
    label: 'Reset before commit',
    says: 'the connection breaks and nothing is saved',
    effect: { kind: 'reset-before' },
  },
  {
    label: 'Late commit',
    says: 'the connection breaks, and the text is saved 6 seconds later',
    effect: { kind: 'late-commit', milliseconds: 6000 },
  },
  {
    label: '429 Too many requests',
    says: 'refused, with 5 seconds to wait',
    effect: { kind: 'too-many', seconds: 5 },
  },
  {
    label: 'HTML error',
    says: 'nothing is saved, a proxy’s error page comes back',
    effect: { kind: 'html', status: 502 },
  },
]

/** The calls that carry a technician's text; a single fault waits for the next of each. */
const textWrites = ['POST /*/tickets/*/notes', 'POST /time/entries']

/** The sandbox's control calls. Each rejects with an Error whose message can be shown. */
export const controlApi = {
  state: () => call<SandboxState>('GET', 'state'),
  misbehave: () => call<Misbehave>('GET', 'misbehave'),
  setMisbehave: (on: boolean) => call<Misbehave>('POST', 'misbehave', { on }),
  arm: (fault: SingleFault) =>
    Promise.all(textWrites.map((match) => call<unknown>('POST', 'faults', { match, effect: fault.effect }))),
  disarm: () => call<unknown>('DELETE', 'faults', {}),
  refuseHashes: (refuseHashes: boolean) => call<unknown>('PATCH', 'switches', { refuseHashes }),
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`/_sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : null,
  }).catch(() => {
    throw new Error('The sandbox does not answer. Is it still running?')
  })
  if (!response.ok) throw new Error(`The sandbox refused this: ${await response.text()}`)
  return response.json()
}
