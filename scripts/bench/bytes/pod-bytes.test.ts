import { beforeAll, describe, expect, it } from 'vitest'
import { allowedPackages, mostFirst, mostLater } from './bytes.ts'
import { type PodWeight, weighPod, weighTypebot } from './weigh-pod.ts'

describe('the pod’s page', () => {
  let pod: PodWeight
  beforeAll(async () => {
    pod = await weighPod()
  }, 60_000)

  it('weighs at most 28 kB before its first step can be used, and a seventh of a comparable widget', () => {
    expect(pod.first).toBeGreaterThan(5_000)
    expect(pod.first).toBeLessThanOrEqual(mostFirst)
    expect(pod.first).toBeLessThanOrEqual(weighTypebot() / 7)
  })

  it('loads at most 60 kB later', () => {
    expect(pod.later).toBeGreaterThan(0)
    expect(pod.later).toBeLessThanOrEqual(mostLater)
  })

  it('carries none but the packages that may reach a browser', () => {
    expect(pod.packages).toContain('preact')
    expect(pod.packages.filter((name) => !allowedPackages.includes(name))).toEqual([])
  })
})
