import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

interface Props {
  text: string
  label: string
  /** Said for a moment once it is copied. */
  done: string
  /** Said when the browser does not allow it. */
  failed: string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, done, failed }: Props) {
  const [said, say] = useState<string | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => say(null), 4000)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () => {
    try {
      // Absent on an insecure origin.
      await navigator.clipboard.writeText(text)
      say(done)
    } catch {
      say(failed)
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button>
      <span role="status" className="said">
        {said ?? ''}
      </span>
    </>
  )
}
