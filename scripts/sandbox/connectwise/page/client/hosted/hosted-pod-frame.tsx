import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { HostedSetup, MemberAuthentication } from '../../desk/desk.ts'
import { podOrigin, podPage } from '../../hosted/pod-address.ts'
import { type HostEffect, type HostInput, hostStep, newPod } from '../../hosted/protocol.ts'
import type { PodSaves } from './pod-saves.ts'

/** What the screen does for its hosted pods. */
export interface PodHost {
  authenticate: () => Promise<MemberAuthentication>
  setDirty: (pod: number, dirty: boolean) => void
  refresh: (pod: string) => void
  open: (place: { screen: 'ticket' | 'company'; id: number; newTab: boolean }) => void
}

/**
 * One hosted pod: its iframe and the host's side of the protocol. The frame is loaded once and kept when the screen
 * goes to another record; the pod learns of that by `onLoad`. `loads` counts loads and refreshes of the screen.
 */
export function HostedPodFrame(props: {
  setup: HostedSetup
  record: { id: number }
  loads: number
  saves: PodSaves
  host: PodHost
}) {
  const { setup, saves } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const pod = useRef(newPod(''))
  const [page] = useState(() => podPage(setup.url, { id: props.record.id, screen: 'ticket' }))
  const origin = podOrigin(setup)

  const take = useEffectEvent((input: HostInput) => {
    const step = hostStep(pod.current, input)
    pod.current = step.pod
    step.effects.forEach(run)
  })
  const run = (effect: HostEffect) => {
    switch (effect.kind) {
      case 'send':
        if (origin) frame.current?.contentWindow?.postMessage(effect.text, origin)
        return
      case 'ask':
        props.host.authenticate().then(
          (data) => take({ kind: 'answer', request: effect.request, data }),
          () => take({ kind: 'answer', request: effect.request, data: {} }),
        )
        return
      case 'dirty':
        return props.host.setDirty(setup.id, effect.dirty)
      case 'refresh':
        return props.host.refresh(setup.description)
      case 'open':
        return props.host.open(effect)
      case 'save answered':
        return saves.answered(setup.id, effect.errors)
      case 'ignored':
        return console.debug(`Hosted pod ${setup.id}: message ignored, ${effect.why}`)
    }
  }
  const onMessage = useEffectEvent((event: MessageEvent) => {
    if (event.source !== frame.current?.contentWindow || event.origin !== origin) return
    take({ kind: 'message', data: event.data })
  })

  useEffect(() => {
    pod.current = newPod(crypto.randomUUID())
    const listen = (event: MessageEvent) => onMessage(event)
    window.addEventListener('message', listen)
    const forget = saves.register(setup.id, setup.description, {
      ask: () => take({ kind: 'saving' }),
      giveUp: () => take({ kind: 'save given up' }),
    })
    return () => {
      window.removeEventListener('message', listen)
      forget()
    }
  }, [setup.id, setup.description, saves])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every load counts, also one of the same record
  useEffect(() => {
    take({ kind: 'loaded', screen: { screen: 'ticket', id: props.record.id, hostedAs: 'pod' } })
  }, [props.record.id, props.loads])

  return (
    <section className={`mm_pod pod_hosted_${setup.id}`} data-cwid={`pod_hosted_${setup.id}`}>
      <h2 className="mm_podHeader">{setup.description}</h2>
      <iframe ref={frame} title={setup.description} src={page} style={{ height: setup.height }} />
      {!origin && (
        <p className="cw_PodTrouble">
          This pod’s set-up has no usable Origin, so it cannot talk to the ticket.
        </p>
      )}
    </section>
  )
}
