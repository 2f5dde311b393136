import { useEffect, useState } from 'react'
import type { Me } from '#shared/contracts/member.ts'
import type { Settings } from '../../settings/settings.ts'
import type { SetUpHost } from './set-up-host.ts'
import { setUpWords } from './set-up-words.ts'

interface Props {
  host: SetUpHost
  settings: Settings
  onChange: (settings: Settings) => void
  onMember: (me: Me | null) => void
}

/** Who is signed in, and the way in and out. */
export function SignInForm({ host, settings, onChange, onMember }: Props) {
  const t = setUpWords.signIn
  const [me, setMe] = useState<Me | null>(null)
  const [trouble, setTrouble] = useState('')
  const { api } = settings

  useEffect(() => {
    if (api === null) return
    let isOver = false
    host.me().then((found) => {
      if (isOver) return
      setMe(found)
      onMember(found)
    })
    return () => {
      isOver = true
    }
  }, [host, api, onMember])

  const take = (found: Me | null) => {
    setMe(found)
    onMember(found)
    setTrouble('')
  }
  const signIn = () =>
    host
      .signIn()
      .then(take, (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)))
  if (api === null) return <p className="hint">{t.first}</p>
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={settings.staySignedIn}
          onChange={(event) => void host.save({ staySignedIn: event.target.checked }).then(onChange)}
        />
        {t.stay} <span className="hint">{t.stayWhy}</span>
      </label>
      {me ? (
        <div className="row">
          <span>{t.as(me.member.name, me.team.name)}</span>
          <button type="button" onClick={() => void host.signOut().then(() => take(null))}>
            {t.out}
          </button>
        </div>
      ) : (
        <button type="button" className="main" onClick={() => void signIn()}>
          {t.do}
        </button>
      )}
      <p role="status" className="status bad">
        {trouble}
      </p>
    </div>
  )
}
