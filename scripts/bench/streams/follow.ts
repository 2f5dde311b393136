import { request } from 'node:http'
import type { Target } from '../append/load.ts'

/** Somebody who follows a session. */
export interface Follower {
  /** Resolves once a text has come, such as an event's id. */
  heard(text: string): Promise<void>
  stop(): void
}

/** Follows a session from its beginning; resolves once something has come, so that all that follows will. */
export function follow({ port, token }: Target, session: string): Promise<Follower> {
  return new Promise((resolve, reject) => {
    const path = `/sessions/${session}/stream?after=0`
    const call = request({ host: '127.0.0.1', port, path, headers: { authorization: `Bearer ${token}` } })
    call.once('error', reject)
    call.once('response', (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`A stream was answered ${answer.statusCode}.`))
      let told = ''
      let awaited: { text: string; resolve: () => void } | null = null
      const look = () => {
        if (awaited === null || !told.includes(awaited.text)) return
        awaited.resolve()
        awaited = null
        told = ''
      }
      answer.on('error', () => undefined)
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        told += part
        look()
      })
      answer.once('data', () =>
        resolve({
          heard: (text) =>
            new Promise((done) => {
              awaited = { text, resolve: done }
              look()
            }),
          stop: () => call.destroy(),
        }),
      )
    })
    call.end()
  })
}
