import { z } from 'zod'
import type { FlowDraft } from '#shared/flow/flow.ts'

/** A ticket that no flow fits as well as the one below. */
export const questionTicket = {
  summary: 'Franking machine blinks amber and hums',
  description: 'The franking machine in the mail room blinks amber, hums, and takes no envelope.',
}

/** A flow of questions alone, each with a body and four choices, no text of which stands in another. */
export function questionFlow(questions: number): FlowDraft {
  return {
    id: 'click-after-click',
    title: 'Franking machine blinks amber',
    kind: 'troubleshooting',
    summary: 'Finds out why a franking machine takes no envelope',
    symptoms: ['franking machine blinks amber', 'franking machine hums and takes no envelope'],
    steps: [
      ...Array.from({ length: questions }, (_, n) => {
        const next = { to: n + 1 === questions ? 'escalate' : `q${n + 1}` }
        return {
          id: `q${n}`,
          ...(n === 0 && { start: true as const }),
          kind: 'question' as const,
          title: `Question ${n}: what does the screen show?`,
          body: `Ask **{{contact.firstName}}** to read *all* of line ${n}.\n\n- the number before ${n}\n- the words after ${n}`,
          choices: ['Connected', 'Disconnected', 'Trying to connect', 'Nothing at all'].map((label, at) => ({
            id: `q${n}-${at}`,
            label: `${label} on line ${n}`,
            next,
          })),
        }
      }),
      {
        id: 'escalate',
        kind: 'outcome',
        outcome: 'escalate',
        title: 'Hand to tier 2',
        openQuestion: 'What is it?',
      },
    ],
  }
}

const members = z.object({ members: z.array(z.object({ id: z.string(), role: z.string() })) })
const signedIn = z.object({ token: z.string() })

/** Creates and publishes a flow in a running demo, as its administrator. */
export async function publishInDemo(api: string, flow: FlowDraft): Promise<void> {
  const list = members.parse(await call(`${api}/demo/members`, 'GET', null))
  const admin = list.members.find(({ role }) => role === 'team_admin')
  const { token } = signedIn.parse(await call(`${api}/demo/sign-in`, 'POST', null, { member: admin?.id }))
  await call(`${api}/flows`, 'POST', token, flow)
  await call(`${api}/flows/${flow.id}/publish`, 'POST', token)
}

async function call(url: string, method: string, token: string | null, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
