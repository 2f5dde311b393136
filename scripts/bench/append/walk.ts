import { randomUUID } from 'node:crypto'
import type { EventBody, SessionEvent } from '#shared/session/event.ts'
import type { BenchTeam } from './bench-team.ts'

const paste = [
  'Windows IP Configuration',
  'Ethernet adapter Ethernet0:',
  '   Connection-specific DNS Suffix  . : corp.example',
  '   IPv4 Address. . . . . . . . . . . : 10.20.4.117',
  '   Subnet Mask . . . . . . . . . . . : 255.255.255.0',
  '   Default Gateway . . . . . . . . . : 10.20.4.1',
  'Ping statistics for 10.20.4.1:',
  '    Packets: Sent = 4, Received = 4, Lost = 0 (0% loss)',
].join('\n')

/** The events of one session of ordinary length, as a technician's panel sends them: every one of them applies. */
export function walkOf({ member, flow }: BenchTeam): SessionEvent[] {
  const events: SessionEvent[] = []
  const add = (body: EventBody) => {
    const event: SessionEvent = {
      id: randomUUID(),
      v: 1,
      at: new Date().toISOString(),
      by: member,
      ...body,
    }
    events.push(event)
    return event.id
  }
  const step = (id: string) => [`${flow}:${id}`]
  add({ type: 'answered', step: step('webmail'), choice: 'yes' })
  for (let visit = 0; visit < 4; visit++) {
    const done = add({ type: 'done', step: step('work-offline') })
    add({ type: 'evidence', step: step('check'), title: 'ipconfig', text: paste, source: 'pasted' })
    add({ type: 'acted', step: step('check'), text: 'Restarted Outlook with an empty profile' })
    add({ type: 'went_back', supersedes: done })
    add({ type: 'paused' })
    add({ type: 'resumed' })
  }
  return events
}
