import { PsaError, type RemovalResult } from '../../ports/psa.ts'

/** What a write can meet. The three after "refused" leave it open whether anything was written. */
export type WriteFault =
  | 'not sent'
  | 'rate limited'
  | 'refused'
  | 'reset before commit'
  | 'reset after commit'
  /** Nothing yet; `commitLate` carries it out. */
  | 'late commit'

export type ReadFault = 'read unavailable' | 'read rate limited' | 'read forbidden'

export type Fault = WriteFault | ReadFault

/** What a fault makes of a write or a removal. */
type Failed = Extract<RemovalResult, { message: string }>

const open: Failed = { outcome: 'ambiguous', message: 'ConnectWise did not answer.' }

/** The faults scripted for a memory adapter, and the writes that hang. */
export function createFaults() {
  const forReads: ReadFault[] = []
  const forWrites: WriteFault[] = []
  const hanging: (() => unknown)[] = []

  function failNext(fault: Fault, times = 1): void {
    for (let time = 0; time < times; time += 1) {
      if (isReadFault(fault)) forReads.push(fault)
      else forWrites.push(fault)
    }
  }

  function meetRead(): void {
    const fault = forReads.shift()
    if (fault === 'read unavailable') throw new PsaError('unavailable', 'ConnectWise could not be reached.')
    if (fault === 'read rate limited')
      throw new PsaError('rate_limited', 'ConnectWise asks us to slow down.', 30)
    if (fault === 'read forbidden')
      throw new PsaError('forbidden', 'The API member lacks a right in ConnectWise.')
  }

  function meetWrite<Result>(carryOut: () => Result): Result | Failed {
    const fault = forWrites.shift()
    switch (fault) {
      case undefined:
        return carryOut()
      case 'not sent':
        return { outcome: 'refused', reason: 'not_sent', message: 'ConnectWise could not be reached.' }
      case 'rate limited':
        return {
          outcome: 'refused',
          reason: 'rate_limited',
          message: 'Too many requests. Please try again in 30 seconds.',
          retryAfterSeconds: 30,
        }
      case 'refused':
        return {
          outcome: 'refused',
          reason: 'forbidden',
          message: 'You do not have security permission to perform this action.',
        }
      case 'reset before commit':
        return open
      case 'reset after commit':
        carryOut()
        return open
      case 'late commit':
        hanging.push(carryOut)
        return open
    }
  }

  function commitLate(): number {
    const due = hanging.splice(0)
    for (const carryOut of due) carryOut()
    return due.length
  }

  return { failNext, meetRead, meetWrite, commitLate }
}

function isReadFault(fault: Fault): fault is ReadFault {
  return fault.startsWith('read ')
}
