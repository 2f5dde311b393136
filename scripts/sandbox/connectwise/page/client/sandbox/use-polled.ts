import { useCallback, useEffect, useState } from 'react'

/** Reads something at once and then every so many milliseconds; `again` reads it now. */
export function usePolled<T>(
  read: () => Promise<T>,
  every: number,
): { value: T | null; trouble: string; again: () => Promise<void> } {
  const [value, setValue] = useState<T | null>(null)
  const [trouble, setTrouble] = useState('')
  const again = useCallback(async () => {
    try {
      setValue(await read())
      setTrouble('')
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }, [read])
  useEffect(() => {
    void again()
    const timer = setInterval(() => void again(), every)
    return () => clearInterval(timer)
  }, [again, every])
  return { value, trouble, again }
}
