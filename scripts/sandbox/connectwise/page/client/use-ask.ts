import { useCallback, useState } from 'react'

export interface Asking {
  title: string
  text: string
  stay: string
  go: string
}

/** A question to the person, as a promise: true for `go`. `question` is what to draw while it is open. */
export function useAsk(): {
  question: (Asking & { onAnswer: (go: boolean) => void }) | null
  ask: (asking: Asking) => Promise<boolean>
} {
  const [question, setQuestion] = useState<(Asking & { onAnswer: (go: boolean) => void }) | null>(null)
  const ask = useCallback(
    (asking: Asking) =>
      new Promise<boolean>((resolve) => {
        setQuestion({
          ...asking,
          onAnswer(go) {
            setQuestion(null)
            resolve(go)
          },
        })
      }),
    [],
  )
  return { question, ask }
}
