import type { UserManifest } from 'wxt'
import { connectWiseClouds } from './connectwise-clouds.ts'

/**
 * What is built: `store` for the shops, which give the key themselves; `try-out` with a fixed key and so a fixed id;
 * `test` as that, holding from the start what a person grants by a dialog.
 */
export const variants = ['store', 'try-out', 'test'] as const
export type Variant = (typeof variants)[number]

/** Makes the id of the try-out `fdbegpmcehfbdknmddghclphbmfnjjba`. The private half was never kept. */
const tryOutKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0Kv4vVS56VMCUoZBRrhzYIjkhPO847lB3CuTx+QM6mjdehvVXhr2GXZGdWCcuKHciHVH+F3r6bYhRRgVfx6woq0Vydf0Ky1Oaee+3FEGajeRWupAS2kFuBpMM35LMxUh+mmlYmUf+OEqG1q5+TtbZAVjNKTFS6ZlQQRRXrAGl9bV1prbBoQbd0dyedSmFKRlcuOkYB1nGUY+UncmRlaVBLj46Lyb0/QVsB/TUIZM+PZvB0exfbGsGFQPzH1t0BgWcNxYzQVVDYfKYOP0cz579KMqORjEBbbuzevVQjrFhAVERF8Ws5ST2aAJI5iT99oOie4BIrqRJg0ThGLwBTEaOQIDAQAB'
export const tryOutId = 'fdbegpmcehfbdknmddghclphbmfnjjba'

/** Our script for pages of ConnectWise, as the build names it; it runs in the top frame alone. */
export const pageScript = 'connectwise.js'

/** Pages may load nothing from elsewhere; which API they speak to is the client's to keep, see `one-origin`. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The manifest of a variant; WXT adds the entrypoints. Each permission is justified in docs/extension-permissions.md. */
export function manifestOf(variant: Variant): UserManifest {
  return {
    name: 'ResolutionFlow',
    short_name: 'ResolutionFlow',
    description: 'Guided troubleshooting beside the open ConnectWise ticket; the note writes itself.',
    minimum_chrome_version: '126',
    permissions: ['sidePanel', 'storage', 'identity', 'contextMenus', 'activeTab', 'scripting', 'alarms'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    ...(variant === 'test' && { host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'] }),
    ...(variant !== 'store' && { key: tryOutKey }),
    content_scripts: [{ matches: connectWiseClouds, js: [pageScript], run_at: 'document_idle' }],
    action: { default_title: 'Open ResolutionFlow' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y' } },
    },
    content_security_policy: { extension_pages: pagePolicy },
  }
}
