import type { Clock } from '../world/clock.ts'

interface Pending {
  /** Milliseconds since 1970 by the sandbox's time. */
  due: number
  method: string
  path: string
  run: () => Promise<void>
  cancel: () => void
}

/** Requests that will be done although their client has long lost the connection. */
export class LateCommits {
  private readonly clock: Clock
  private readonly now: () => number
  private pending: Pending[] = []

  constructor(clock: Clock, now: () => number) {
    this.clock = clock
    this.now = now
  }

  /** Takes a request that is to be done after the wait. */
  add(
    milliseconds: number,
    request: Request,
    serve: (request: Request) => Response | Promise<Response>,
  ): void {
    const entry: Pending = {
      due: this.now() + milliseconds,
      method: request.method,
      path: new URL(request.url).pathname,
      run: async () => {
        this.pending = this.pending.filter((other) => other !== entry)
        entry.cancel()
        await serve(request)
      },
      cancel: () => {},
    }
    this.pending.push(entry)
    entry.cancel = this.clock.after(milliseconds, () => void entry.run())
  }

  list(): { due: number; method: string; path: string }[] {
    return this.pending.map(({ due, method, path }) => ({ due, method, path }))
  }

  /** Does what is due by the sandbox's time, or everything that waits. */
  async settle(all: boolean): Promise<void> {
    const now = this.now()
    for (const entry of this.pending.filter(({ due }) => all || due <= now)) await entry.run()
  }

  /** Forgets everything that waits. */
  drop(): void {
    for (const entry of this.pending) entry.cancel()
    this.pending = []
  }
}
