import { useCallback, useEffect, useState } from 'react'
import { appLink, type Place, readPlace } from '../ticket-link.ts'
import { BoardScreen } from './board/board-screen.tsx'
import { CompanyScreenView } from './board/company-screen.tsx'
import { Frame } from './frame.tsx'
import { pageApi, type Start } from './page-api.ts'
import { Question } from './parts/dialog.tsx'
import { StartScreen } from './start/start-screen.tsx'
import { TicketScreenView } from './ticket/ticket-screen.tsx'
import { useAsk } from './use-ask.ts'

/** As in ConnectWise, the title names the screen and never the record. */
function titleOf(place: Place | null): string {
  if (place?.screen === 'ticket')
    return place.kind === 'project' ? 'Manage: Project Ticket' : 'Manage: Service Ticket'
  if (place?.screen === 'company') return 'Manage: Company'
  return place ? 'Manage: Service Board' : 'Manage: ConnectWise sandbox'
}

/** The web client: one page for all screens. The ticket screen is kept and re-used when it is left. */
export function App() {
  const [start, setStart] = useState<Start | null>(null)
  const [trouble, setTrouble] = useState('')
  const [place, setPlace] = useState<Place | null>(() => readPlace(new URL(location.href)))
  const [pooled, setPooled] = useState<Extract<Place, { screen: 'ticket' }> | null>(null)
  const [dirty, setDirty] = useState(false)
  const { question, ask } = useAsk()

  useEffect(() => {
    pageApi.start().then(setStart, (error: Error) => setTrouble(error.message))
  }, [])
  useEffect(() => {
    if (place?.screen === 'ticket') setPooled(place)
    document.title = titleOf(place)
  }, [place])

  const mayLeave = useCallback(async () => {
    if (!dirty) return true
    return ask({
      title: 'Unsaved changes',
      text: 'This screen has changes that are not saved. Leave it without saving?',
      stay: 'Stay here',
      go: 'Leave without saving',
    })
  }, [dirty, ask])

  const go = useCallback(
    async (to: Place, left?: 'saved') => {
      if (left !== 'saved' && !(await mayLeave())) return
      setDirty(false)
      history.pushState(null, '', appLink(start?.codebase ?? 'v4_6_release/', to))
      setPlace(to)
    },
    [mayLeave, start],
  )

  useEffect(() => {
    const back = async () => {
      const to = readPlace(new URL(location.href))
      if (dirty && place) {
        history.pushState(null, '', appLink(start?.codebase ?? 'v4_6_release/', place))
        if (!(await mayLeave())) return
        if (to) history.replaceState(null, '', appLink(start?.codebase ?? 'v4_6_release/', to))
        setDirty(false)
      }
      setPlace(to)
    }
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty) event.preventDefault()
    }
    window.addEventListener('popstate', back)
    window.addEventListener('beforeunload', leaving)
    return () => {
      window.removeEventListener('popstate', back)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [dirty, mayLeave, place, start])

  if (!start) return <p className="sb-wait">{trouble || 'Loading…'}</p>
  const signIn = async (member: string) => {
    if (!(await mayLeave())) return
    await pageApi.signIn(member)
    // Another member means another session: everything on the page starts anew.
    setDirty(false)
    setTimeout(() => location.reload())
  }
  return (
    <Frame start={start} place={place} onGo={go} onSignIn={signIn}>
      {place === null && <StartScreen start={start} onSignIn={signIn} onGo={go} />}
      {place?.screen === 'board' && <BoardScreen timeZone={start.member.timeZone} onGo={go} />}
      {place?.screen === 'company' && (
        <CompanyScreenView id={place.id} timeZone={start.member.timeZone} onGo={go} />
      )}
      {(pooled || place?.screen === 'ticket') && (
        <TicketScreenView
          place={place?.screen === 'ticket' ? place : null}
          start={start}
          dirty={dirty}
          onDirty={setDirty}
          ask={ask}
          onGo={go}
        />
      )}
      {question && <Question {...question} />}
    </Frame>
  )
}
