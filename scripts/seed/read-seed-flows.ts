import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseFlowFile } from '#shared/contracts/parse-flow-file.ts'
import type { FlowDraft } from '#shared/flow/flow.ts'
import { subflowOrder } from '#shared/flow/subflow-order.ts'

const folder = path.join(import.meta.dirname, 'flows')

/** The flows that come with the product, each after the flows it runs, so that they can be published in this order. */
export async function readSeedFlows(): Promise<FlowDraft[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const drafts = new Map<string, FlowDraft>()
  for (const file of files) {
    const read = parseFlowFile(await readFile(path.join(folder, file), 'utf8'))
    if (!read.ok) throw new Error(`${file}: ${read.problems.join(' ')}`)
    for (const draft of read.flows) drafts.set(draft.id, draft)
  }
  const find = (id: string) => drafts.get(id)
  const order = new Set([...drafts.keys()].flatMap((id) => subflowOrder(id, find).order))
  return [...order].flatMap((id) => find(id) ?? [])
}
