import { describe, expect, it, vi } from 'vitest'
import { PodSaves } from './pod-saves.ts'

function withPods(...ids: number[]) {
  const saves = new PodSaves()
  const pods = ids.map((id) => {
    const pod = { ask: vi.fn<() => void>(), giveUp: vi.fn<() => void>() }
    return { ...pod, forget: saves.register(id, `Pod ${id}`, pod) }
  })
  return { saves, pods }
}

describe('a save with hosted pods', () => {
  it('passes at once where there is no pod', async () => {
    expect(await new PodSaves().askAll(() => {})).toEqual([])
  })

  it('waits for every pod and names the ones that are silent', async () => {
    const { saves } = withPods(7, 8)
    const waiting: string[][] = []
    const asked = saves.askAll((pods) => waiting.push(pods))
    saves.answered(7, [])
    saves.answered(7, [])
    expect(waiting).toEqual([['Pod 7', 'Pod 8'], ['Pod 8']])
    saves.answered(8, ['Not yet'])
    expect(await asked).toEqual(['Not yet'])
  })

  it('saves nothing after the person gave up', async () => {
    const { saves, pods } = withPods(7)
    const asked = saves.askAll(() => {})
    saves.giveUp()
    expect(await asked).toBe(null)
    expect(pods[0]?.giveUp).toHaveBeenCalledOnce()
  })

  it('does not wait for a pod that left the screen', async () => {
    const { saves, pods } = withPods(7)
    const asked = saves.askAll(() => {})
    pods[0]?.forget()
    expect(await asked).toEqual([])
  })

  it('takes an answer that comes while the pods are still being asked', async () => {
    const saves = new PodSaves()
    saves.register(7, 'Pod 7', { ask: () => saves.answered(7, []), giveUp: () => {} })
    saves.register(8, 'Pod 8', { ask: () => saves.answered(8, []), giveUp: () => {} })
    expect(await saves.askAll(() => {})).toEqual([])
  })
})
