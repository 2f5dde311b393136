import { choicesNow, currentStepOf } from '../../session/available.ts'
import type { EventBody } from '../../session/event.ts'
import { canGoBack } from '../../session/go-on.ts'
import type { LiveState } from '../live-session.ts'

/** Something a technician might do now, by chance; mostly what fits, sometimes what does not. */
export function randomAct({ session, closure }: LiveState, random: () => number): EventBody {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const here = currentStepOf(closure, session)
  const text = `act ${Math.floor(random() * 1e6)}`
  const chance = random()
  if (session.status === 'parked') return { type: 'resumed' }
  if (chance < 0.1) return { type: 'acted', text }
  if (chance < 0.15) return { type: 'evidence', title: 'ipconfig', text, source: 'pasted' }
  if (chance < 0.18) return { type: 'parked', reason: 'waiting_client' }
  if (chance < 0.2) return { type: 'line_added', section: 'tried', text }
  const last = canGoBack(session)
  if (last && chance < 0.3) return { type: 'went_back', supersedes: last.id }
  if (!here) return { type: 'acted', text }
  const { step, address } = here
  if (chance < 0.35) return { type: 'skipped', step: address, reason: 'no_access' }
  const choice = pick(choicesNow(closure, session))
  if (choice) return { type: 'answered', step: address, choice: choice.id }
  if (step.kind === 'instruction')
    return { type: 'done', step: address, ...(step.risk === 'destructive' && { typedTarget: 'PRN-01' }) }
  if (step.kind === 'input')
    return { type: 'captured', step: address, values: { ping: String(Math.floor(random() * 1_000)) } }
  return { type: 'acted', text }
}
