import { sampleFlow } from './sample-flow.ts'
import type { TestMember } from './test-team.ts'

/** Creates and publishes the sample flow; resolves to its reference. */
export async function publishSample(lead: TestMember): Promise<string> {
  await lead.client.call('createFlow', { body: sampleFlow })
  await lead.client.call('publishFlow', { params: { id: sampleFlow.id } })
  return `${sampleFlow.id}@1`
}
