/** How one pod is asked before a save. */
interface AskedPod {
  ask: () => void
  giveUp: () => void
}

/** The hosted pods of a screen, as Save sees them: all are asked, and every one has to answer. */
export class PodSaves {
  #pods = new Map<number, AskedPod & { description: string }>()
  #open: { waiting: Set<number>; errors: string[]; done: (errors: string[] | null) => void } | null = null
  #onWaiting: (pods: string[]) => void = () => {}

  /** Adds a pod; the answer removes it. */
  register(id: number, description: string, pod: AskedPod): () => void {
    this.#pods.set(id, { ...pod, description })
    return () => {
      this.#pods.delete(id)
      this.answered(id, [])
    }
  }

  /**
   * Asks every pod and waits, as long as it takes, for all of them. Resolves with the reasons against the save (none
   * means go on), or with null after `giveUp`. `onWaiting` hears which pods have not answered.
   */
  askAll(onWaiting: (pods: string[]) => void): Promise<string[] | null> {
    return new Promise((resolve) => {
      const pods = [...this.#pods]
      this.#onWaiting = onWaiting
      this.#open = { waiting: new Set(pods.map(([id]) => id)), errors: [], done: resolve }
      for (const [, pod] of pods) pod.ask()
      this.#settle()
    })
  }

  /** A pod has answered: no errors lets the save pass. */
  answered(id: number, errors: string[]): void {
    if (!this.#open?.waiting.delete(id)) return
    this.#open.errors.push(...errors)
    this.#settle()
  }

  /** Stops waiting; nothing is saved. */
  giveUp(): void {
    const open = this.#open
    this.#open = null
    for (const id of open?.waiting ?? []) this.#pods.get(id)?.giveUp()
    open?.done(null)
  }

  #settle(): void {
    const open = this.#open
    if (!open) return
    if (open.waiting.size === 0) {
      this.#open = null
      open.done(open.errors)
    } else {
      this.#onWaiting([...open.waiting].map((id) => this.#pods.get(id)?.description ?? ''))
    }
  }
}
