import { createRoot } from 'react-dom/client'
import { webHost } from '../studio-host.ts'
import type { Opener } from './hand-over.ts'
import './sign-in.css'
import { handOver, nonceIn } from './hand-over.ts'
import { SignInPage } from './sign-in-page.tsx'

const element = document.getElementById('studio')
const opener: Opener | null = window.opener
const nonce = nonceIn(location.search)
// The nonce has no use after this; the address bar and history keep nothing of it.
history.replaceState(null, '', location.pathname)
if (element) {
  createRoot(element).render(
    <SignInPage
      host={webHost(window)}
      onSignedIn={(signedIn) => handOver(opener, location.origin, nonce, signedIn)}
    />,
  )
}
