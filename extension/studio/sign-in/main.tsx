import { createRoot } from 'react-dom/client'
import { type StudioHost, webHost } from '../studio-host.ts'
import { words } from '../words.ts'
import { requestIn } from './enter.ts'
import './sign-in.css'
import { handOver, nonceIn, type Opener } from './hand-over.ts'
import { RefusedPage } from './refused-page.tsx'
import { SetPasswordPage } from './set-password-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

const element = document.getElementById('studio')
const opener: Opener | null = window.opener
const { pathname, search, hash } = location

/** One page under three addresses: by hand, for an extension, and for whoever holds a link. */
function pageFor(host: StudioHost) {
  if (host.refused !== null) return <RefusedPage why={host.refused} />
  if (pathname === '/set-password') {
    document.title = `${words.set.title} · ResolutionFlow`
    return <SetPasswordPage host={host} link={hash.slice(1)} />
  }
  const nonce = nonceIn(search)
  return (
    <SignInPage
      host={host}
      request={pathname === '/authorize' ? requestIn(search) : null}
      onSignedIn={(signedIn) => handOver(opener, location.origin, nonce, signedIn)}
      onRedirect={(to) => location.assign(to)}
    />
  )
}

if (element) {
  const page = pageFor(webHost(window))
  // Nonce and link have no use after this; the address bar and history keep nothing of them. A request may be reloaded.
  if (pathname !== '/authorize') history.replaceState(null, '', pathname)
  createRoot(element).render(page)
}
