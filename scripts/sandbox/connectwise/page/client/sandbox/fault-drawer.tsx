import { useState } from 'react'
import { controlApi, type SandboxState, singleFaults } from './control-api.ts'
import { usePolled } from './use-polled.ts'

/** The drawer under the strip: single faults, what went wrong lately, and what was written. */
export function FaultDrawer(props: { onClose: () => void }) {
  const { value, trouble, again } = usePolled(controlApi.state, 1500)
  const [refused, setRefused] = useState('')
  const act = async (what: () => Promise<unknown>) => {
    try {
      await what()
      setRefused('')
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error))
    }
    await again()
  }
  const refuseHashes = value?.switches.refuseHashes ?? false
  const armed = value?.faults.filter((fault) => !fault.preset) ?? []
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the drawer from anywhere inside it
    <div
      className="sb-drawer"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
      }}
    >
      <h2>Once, for the next note and the next time entry</h2>
      <div className="sb-faults">
        {singleFaults.map((fault) => (
          <button
            key={fault.label}
            type="button"
            title={fault.says}
            onClick={() => void act(() => controlApi.arm(fault))}
          >
            {fault.label}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={refuseHashes}
          title="Hosted pods can no longer prove who the member is"
          onClick={() => void act(() => controlApi.refuseHashes(!refuseHashes))}
        >
          {refuseHashes ? 'Accept member hashes again' : 'Refuse member hashes'}
        </button>
        {armed.length > 0 && (
          <button type="button" onClick={() => void act(controlApi.disarm)}>
            Clear {armed.length} waiting
          </button>
        )}
      </div>
      {(refused || trouble) && (
        <p role="alert" className="cw_DialogMessages">
          {refused || trouble}
        </p>
      )}
      {value && <Lists state={value} />}
    </div>
  )
}

const shown = 12

function Lists({ state }: { state: SandboxState }) {
  const faults = state.seen
    .map((one, place) => ({ ...one, place }))
    .filter((one) => one.fault !== undefined && one.fault !== 'latency')
    .slice(-shown)
  const writes = state.writes.filter((one) => one.entity !== 'ConnectWiseHostedSetup').slice(-shown)
  return (
    <div className="sb-lists">
      <section>
        <h2>Recent faults</h2>
        <ol className="sb-recent-faults">
          {state.pending.map((one) => (
            <li key={`${one.due}${one.path}`}>
              {clock(one.due)} will save late: {one.path.replace(/^.*\/apis\/3\.0/, '')}
            </li>
          ))}
          {faults.toReversed().map((one) => (
            <li key={one.place}>
              {clock(one.at)} {one.fault}: {one.method} {one.path}
              {one.status > 0 ? ` (${one.status})` : ' (no answer)'}
            </li>
          ))}
          {faults.length + state.pending.length === 0 && <li>None so far.</li>}
        </ol>
      </section>
      <section>
        <h2>Recent writes, in the order they were saved</h2>
        <ol className="sb-recent-writes">
          {writes.toReversed().map((one) => (
            <li key={one.sequence}>
              {clock(one.at)} {one.verb} {one.entity} {one.id} by {one.by}
            </li>
          ))}
          {writes.length === 0 && <li>None so far.</li>}
        </ol>
      </section>
    </div>
  )
}

function clock(time: string): string {
  return new Date(time).toLocaleTimeString('en-GB')
}
