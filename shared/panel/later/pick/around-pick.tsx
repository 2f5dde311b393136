import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { OpenSessions } from '../sessions/open-sessions.tsx'
import { Browse } from './browse.tsx'
import { NotAsked } from './not-asked.tsx'
import { PutAside } from './suggested.tsx'

interface PickProps {
  panel: Panel
  scope: Scope
}

/** What stands above the flows that fit: what was begun already, and what could not be read. */
export function AbovePick(props: PickProps) {
  return (
    <>
      <OpenSessions {...props} />
      <NotAsked {...props} />
    </>
  )
}

/** What stands below the flows that fit: those put aside, and all flows. */
export function BelowPick(props: PickProps) {
  return (
    <>
      <PutAside {...props} />
      <Browse {...props} />
    </>
  )
}
