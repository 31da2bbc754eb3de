import { useEffect, useState } from 'react'

/** The time, looked at again every few seconds while the page is shown. */
export const useNow = (everyMs = 10_000): number => {
  const [now, look] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => look(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
