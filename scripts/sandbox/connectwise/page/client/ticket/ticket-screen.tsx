import { useEffect, useState } from 'react'
import type { TicketChanges, TicketScreen } from '../../desk/desk.ts'
import { appLink, type Place } from '../../ticket-link.ts'
import { HostedPodFrame, type PodHost } from '../hosted/hosted-pod-frame.tsx'
import { PodSaves } from '../hosted/pod-saves.ts'
import { NoteDialog } from '../notes/note-dialog.tsx'
import { NoteList, type NoteTab } from '../notes/note-list.tsx'
import { pageApi, type Start } from '../page-api.ts'
import { gwt } from '../parts/gwt.ts'
import type { Asking } from '../use-ask.ts'
import { InitialDescription } from './initial-description.tsx'
import { Messages } from './messages.tsx'
import { TicketFields } from './ticket-fields.tsx'
import { TicketToolbar } from './ticket-toolbar.tsx'
import { TimeDialog, type TimeSpan } from './time-dialog.tsx'
import { useTicket } from './use-ticket.ts'

/** The ticket screen. `place` is null while another screen is shown: the pods wait, hidden, to be used again. */
export function TicketScreenView(props: {
  place: Extract<Place, { screen: 'ticket' }> | null
  start: Start
  dirty: boolean
  onDirty: (dirty: boolean) => void
  ask: (asking: Asking) => Promise<boolean>
  onGo: (place: Place, left?: 'saved') => Promise<void>
}) {
  const { place, start, dirty, onDirty } = props
  const [last, setLast] = useState(place)
  const open = useTicket(place ?? last)
  const { ticket, changes } = open
  const [saves] = useState(() => new PodSaves())
  const [waiting, setWaiting] = useState<string[]>([])
  const [dirtyPods, setDirtyPods] = useState<ReadonlySet<number>>(new Set())
  const [tab, setTab] = useState<NoteTab>('all')
  const [noting, setNoting] = useState(false)
  const [timing, setTiming] = useState<TimeSpan | null>(null)

  useEffect(() => {
    if (place) setLast(place)
  }, [place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a load of the screen is what ends a pod's dirt
  useEffect(() => setDirtyPods(new Set()), [open.loads])
  useEffect(() => {
    onDirty(Object.keys(changes).length > 0 || dirtyPods.size > 0)
  }, [changes, dirtyPods, onDirty])

  const refresh = async (asker: string | null) => {
    const title = asker === null ? 'Refresh this screen?' : `“${asker}” asks to refresh this screen`
    const text = 'The screen has changes that are not saved. Refreshing it drops them.'
    if (dirty && !(await props.ask({ title, text, stay: 'Keep editing', go: 'Refresh' }))) return
    await open.load()
  }
  const save = async (close: boolean) => {
    if (!ticket) return
    open.setMessages([])
    const errors = await saves.askAll(setWaiting)
    setWaiting([])
    if (errors === null) return open.setMessages(['The save was cancelled. Nothing was saved.'])
    if (errors.length > 0) return open.setMessages(errors)
    try {
      const changed = Object.keys(changes).length > 0
      const saved = changed ? await pageApi.saveTicket(ticket, changes) : ({ ok: true } as const)
      if (!saved.ok) return open.setMessages(saved.messages)
    } catch (error) {
      return open.setMessages([error instanceof Error ? error.message : String(error)])
    }
    if (close) {
      open.setChanges({})
      setDirtyPods(new Set())
      return props.onGo({ screen: 'board' }, 'saved')
    }
    await open.load()
  }
  const host: PodHost = {
    authenticate: () => pageApi.memberAuthentication(start.member.identifier),
    refresh: (pod) => void refresh(pod),
    setDirty: (pod, isDirty) =>
      setDirtyPods((pods) => new Set(isDirty ? [...pods, pod] : [...pods].filter((other) => other !== pod))),
    open({ screen, id, newTab }) {
      const to: Place = screen === 'ticket' ? { screen, id, kind: 'service' } : { screen, id }
      if (newTab) window.open(appLink(start.codebase, to), '_blank', 'noopener')
      else void props.onGo(to)
    },
  }
  return (
    <div className="cw_Screen cw_TicketScreen" hidden={place === null}>
      <div className={`cw_ScreenHead ${gwt('screen-head')}`}>
        {place && (
          <div className="cw_BannerView">
            <h1 className={`detailLabel cw_CwLabel ${gwt('banner')}`}>
              {bannerText(ticket, open.messages.length > 0)}
            </h1>
          </div>
        )}
        <TicketToolbar
          disabled={!ticket || waiting.length > 0}
          dirty={dirty}
          onSave={(close) => void save(close)}
          onRefresh={() => void refresh(null)}
          onNewNote={() => setNoting(true)}
          onTime={setTiming}
        />
      </div>
      <Messages messages={open.messages} waiting={waiting} onGiveUp={() => saves.giveUp()} />
      {ticket && (
        <div className={`cw_Columns ${gwt('columns')}`}>
          <div className="cw_Column cw_Column-fields">
            <TicketFields
              ticket={ticket}
              changes={changes}
              timeZone={start.member.timeZone}
              onChange={(more: TicketChanges) => open.setChanges({ ...changes, ...more })}
              onCompany={() => void props.onGo({ screen: 'company', id: ticket.company.id })}
            />
          </div>
          <div className="cw_Column cw_Column-notes">
            <InitialDescription notes={ticket.notes} />
            <section
              className="mm_pod pod_service_ticket_discussion"
              id="cw-manage-service_service_ticket_discussion"
            >
              <NoteList
                notes={ticket.notes}
                timeZone={start.member.timeZone}
                tab={tab}
                onTab={setTab}
                onNew={() => setNoting(true)}
              />
            </section>
          </div>
          {open.hosted.length > 0 && (
            <div className="cw_Column cw_Column-hosted">
              {open.hosted.map((setup) => (
                <HostedPodFrame
                  key={`${ticket.kind}-${setup.id}`}
                  setup={setup}
                  record={ticket}
                  loads={open.loads}
                  saves={saves}
                  host={host}
                />
              ))}
            </div>
          )}
        </div>
      )}
      {noting && ticket && (
        <NoteDialog
          ticket={ticket}
          tab={tab}
          save={async (note) => {
            const saved = await pageApi.addNote(ticket, note)
            if (saved.ok) await open.reloadNotes()
            return saved
          }}
          onClose={() => setNoting(false)}
        />
      )}
      {timing && ticket && (
        <TimeDialog
          ticket={ticket}
          tab={tab}
          span={timing}
          save={async (time) => {
            const saved = await pageApi.addTime(ticket, time)
            if (saved.ok) await open.reloadNotes()
            return saved
          }}
          onClose={() => setTiming(null)}
        />
      )}
    </div>
  )
}

function bannerText(ticket: TicketScreen | null, trouble: boolean): string {
  if (!ticket) return trouble ? 'No ticket' : 'Loading…'
  return `${ticket.kind === 'service' ? 'Service' : 'Project'} Ticket #${ticket.id} - ${ticket.summary}`
}
