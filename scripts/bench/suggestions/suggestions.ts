import { indexFlows } from '#api/features/suggestions/index-flows.ts'
import { distractors } from '#scripts/seed/testing/distractors.ts'
import type { Question } from '#shared/search/passages.ts'
import { atMost, type Figure, milliseconds, printed, quantile } from '../measure/figure.ts'
import { growthOf, timed } from '../measure/growth.ts'

const sizes = [60, 120, 240]
const rounds = 9
const mostPerDoubling = 2.6
const asked = 200

const subjects = [
  'Cash register offline',
  'Projector very slow',
  'Outlook says disconnected',
  'Nothing prints',
]
const log = '2026-11-24 09:12:44 ERROR connection to the server failed (0x80072ee7), retrying in 30 seconds\n'

/** A ticket as it often is: a summary, what the client wrote, and a log somebody pasted. */
function ticket(n: number): Question {
  const summary = `${subjects[n % subjects.length]}, desk ${n}`
  const described = `Hello, since this morning: ${summary}. It worked yesterday. After a restart it is the same.`
  return {
    summary,
    texts: [
      { text: described, weight: 0.9 },
      { text: log.repeat(40), weight: 0.5 },
    ],
  }
}

/** Which flows fit a ticket: the index over a team's flows, and one question to it. */
export async function benchSuggestions(): Promise<Figure[]> {
  const building = await growthOf((size) => () => indexFlows(distractors(size)), sizes, rounds)
  const asking = await growthOf(
    (size) => {
      const index = indexFlows(distractors(size))
      return () => index.ask(ticket(1))
    },
    sizes,
    rounds,
  )
  const index = indexFlows(distractors(240))
  const times = Array.from({ length: asked }, (_, n) => {
    const started = performance.now()
    index.ask(ticket(n))
    return performance.now() - started
  })
  return [
    atMost('Index flows, twice as many over once (60 to 240)', building, mostPerDoubling),
    atMost('Ask for what fits a ticket, twice as many flows over once (60 to 240)', asking, mostPerDoubling),
    printed('Index 240 flows', milliseconds(timed(() => indexFlows(distractors(240)))())),
    printed(
      'Ask among 240 flows with a pasted log of 40 lines, 95th percentile',
      milliseconds(quantile(times, 0.95)),
    ),
  ]
}
