import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Path of the test certificate, for `NODE_EXTRA_CA_CERTS` of a test's child process. */
export const testCertificatePath = file('./test-only.cert.pem')

/** The committed certificate for localhost and its public key: for tests only. */
export function testCertificate(): { cert: string; key: string } {
  return {
    cert: readFileSync(testCertificatePath, 'utf8'),
    key: readFileSync(file('./test-only.key.pem'), 'utf8'),
  }
}
