import { describe, expect, it } from 'vitest'
import { podOrigin, podPage } from './pod-address.ts'

describe('a hosted pod’s address', () => {
  it('carries the record id and the screen’s name, and nothing else', () => {
    const url = 'http://127.0.0.1:8787/pod/abc?id=[cw_id]&screen=[cw_screen]'
    expect(podPage(url, { id: 548, screen: 'ticket' })).toBe(
      'http://127.0.0.1:8787/pod/abc?id=548&screen=ticket',
    )
  })

  it('has the set-up’s origin, however it is written', () => {
    const url = 'https://pod.example/p?id=[cw_id]'
    expect(podOrigin({ url, origin: 'https://pod.example/' })).toBe('https://pod.example')
    expect(podOrigin({ url, origin: 'https://other.example' })).toBe('https://other.example')
    expect(podOrigin({ url, origin: '*' })).toBe('https://pod.example')
  })

  it('has none where the set-up names none', () => {
    expect(podOrigin({ url: 'https://pod.example/p', origin: '' })).toBe(null)
    expect(podOrigin({ url: 'https://pod.example/p', origin: 'pod.example' })).toBe(null)
    expect(podOrigin({ url: '/p', origin: '*' })).toBe(null)
  })
})
