import type { DraftGraph } from '../draft-graph.ts'
import { edgesOf } from '../edges.ts'
import { error, type Finding } from '../finding.ts'
import type { Step } from '../flow.ts'
import { loopsIn } from '../loops-in.ts'

const MOST_RETRIES = 20

/** A loop has an edge with a retry limit, so that it ends: without those edges the flow runs in no circle. */
export function checkLoops({ flow, steps }: DraftGraph): Finding[] {
  const onwards = (id: string) => {
    const step = steps.get(id)
    return step ? edgesOf(step).map(({ edge }) => edge.retry?.otherwise ?? edge.to) : []
  }
  return loopsIn([...steps.keys()], onwards)
    .map((loop) => {
      const titles = loop.slice(0, 4).map((id) => `“${steps.get(id)?.title ?? id}”`)
      const names = loop.length > 4 ? `${titles.join(', ')} and ${loop.length - 4} more` : titles.join(', ')
      const message = `Set a retry limit on the way back in the loop of ${names}, and where it leads afterwards.`
      return error('loop_without_limit', loop[0], message)
    })
    .concat(flow.steps.flatMap(checkLimits))
}

function checkLimits(step: Step<unknown>): Finding[] {
  const wrong = edgesOf(step).filter(
    ({ edge: { retry } }) =>
      retry && !(Number.isInteger(retry.limit) && retry.limit >= 1 && retry.limit <= MOST_RETRIES),
  )
  return wrong.map(() =>
    error('retry_limit', step.id, `Set the retry limit of “${step.title}” to a whole number from 1 to 20.`),
  )
}
