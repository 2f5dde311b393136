import { bytesAtMost, type Figure, mustHold } from '../measure/figure.ts'
import { weighPod, weighTypebot } from './weigh-pod.ts'

/** Bytes that the pod may weigh before its first step can be used, and all the rest. */
export const mostFirst = 28_000
export const mostLater = 60_000

/** The packages that may have code in a technician's browser; all else belongs into the API. */
export const allowedPackages = ['@preact/signals', '@preact/signals-core', 'idb', 'preact']

/** What the pod's page weighs. */
export async function benchBytes(): Promise<Figure[]> {
  const pod = await weighPod()
  const typebot = weighTypebot()
  const foreign = pod.packages.filter((name) => !allowedPackages.includes(name))
  return [
    bytesAtMost('Pod: JavaScript to the first usable step, gzip', pod.first, mostFirst),
    mustHold(
      'Pod: the same over the web bundle of @typebot.io/js, gzip',
      (pod.first / typebot).toFixed(3),
      '≤ 1/7 (0.143)',
      pod.first <= typebot / 7,
    ),
    bytesAtMost('Pod: JavaScript that loads later, in all, gzip', pod.later, mostLater),
    mustHold(
      'Pod: packages inside',
      pod.packages.join(', '),
      allowedPackages.join(', '),
      foreign.length === 0,
    ),
  ]
}
