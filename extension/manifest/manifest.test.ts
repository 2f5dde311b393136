import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { connectWiseClouds } from './connectwise-clouds.ts'
import { manifestOf, tryOutId } from './manifest.ts'

/** The id that a browser makes of a key: the first half of its SHA-256, in the letters a to p. */
const idOf = (key: string): string =>
  createHash('sha256')
    .update(Buffer.from(key, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))

describe('the manifest', () => {
  it('asks for exactly what docs/extension-permissions.md justifies', () => {
    expect(manifestOf('store')).toMatchInlineSnapshot(`
      {
        "action": {
          "default_title": "Open ResolutionFlow",
        },
        "commands": {
          "_execute_action": {
            "suggested_key": {
              "default": "Ctrl+Shift+Y",
            },
          },
        },
        "content_scripts": [
          {
            "js": [
              "connectwise.js",
            ],
            "matches": [
              "https://*.myconnectwise.net/*",
              "https://*.connectwise.net/*",
              "https://*.myconnectwise.com/*",
              "https://*.connectwisedev.com/*",
            ],
            "run_at": "document_idle",
          },
        ],
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src https: http://localhost:* http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
        },
        "description": "Guided troubleshooting beside the open ConnectWise ticket; the note writes itself.",
        "minimum_chrome_version": "126",
        "name": "ResolutionFlow",
        "optional_host_permissions": [
          "https://*/*",
          "http://localhost/*",
          "http://127.0.0.1/*",
        ],
        "permissions": [
          "sidePanel",
          "storage",
          "identity",
          "contextMenus",
          "activeTab",
          "scripting",
          "alarms",
        ],
        "short_name": "ResolutionFlow",
      }
    `)
  })

  it('reaches ConnectWise’s own cloud and nothing wider without being asked', () => {
    expect(connectWiseClouds).toMatchInlineSnapshot(`
      [
        "https://*.myconnectwise.net/*",
        "https://*.connectwise.net/*",
        "https://*.myconnectwise.com/*",
        "https://*.connectwisedev.com/*",
      ]
    `)
    expect(manifestOf('store').host_permissions).toBeUndefined()
  })

  it('differs between store and try-out by the key alone', () => {
    const { key, ...rest } = manifestOf('try-out')
    expect(rest).toEqual(manifestOf('store'))
    expect(idOf(key ?? '')).toBe(tryOutId)
  })

  it('differs between try-out and test by the two origins of the demo alone', () => {
    const { host_permissions, ...rest } = manifestOf('test')
    expect(rest).toEqual(manifestOf('try-out'))
    expect(host_permissions).toEqual(['http://localhost/*', 'http://127.0.0.1/*'])
  })

  it.each(['Chrome', 'Google', 'Edge', 'Microsoft'])('has no “%s” in name and description', (word) => {
    const { name, description } = manifestOf('store')
    expect(`${name} ${description}`).not.toContain(word)
  })
})
