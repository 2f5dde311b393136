import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Handler } from 'hono'
import type { ApiEnvironment } from '#api/http/api-environment.ts'
import { Problem } from '#api/problem.ts'

const typeOf: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const compress = promisify(gzip)

/** Serves a folder of built files whose names hold their hash, so that they may be kept for ever. */
export function serveAssets(folder: string, prefix: string): Handler<ApiEnvironment> {
  const packed = new Map<string, Uint8Array<ArrayBuffer>>()
  return async (http) => {
    const name = http.req.path.slice(prefix.length)
    const type = typeOf[path.extname(name)]
    // One level of plain names: nothing that could lead out of the folder.
    if (type === undefined || !/^[\w.-]+$/.test(name))
      throw new Problem('not_found', 'There is nothing here.')
    const plain = await readFile(path.join(folder, name)).catch(() => null)
    if (plain === null) throw new Problem('not_found', 'There is nothing here.')
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    }
    if (!/\bgzip\b/.test(http.req.header('accept-encoding') ?? ''))
      return http.body(new Uint8Array(plain), 200, headers)
    const body = packed.get(name) ?? new Uint8Array(await compress(plain))
    packed.set(name, body)
    return http.body(body, 200, { ...headers, 'Content-Encoding': 'gzip' })
  }
}
