/** How a transcript writes a time: 0:05, 01:02:03, 00:00:04.339, 0:0:5,1. Embedded in larger patterns. */
export const clockPattern = String.raw`\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,6})?`

const whole = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,6}))?$/

/** Milliseconds of a written time: hours may be left out, the fraction has any number of digits. Null where it is none. */
export const readClockTime = (text: string): number | null => {
  const found = whole.exec(text.trim().slice(0, 40))
  if (!found) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found
  if (Number(seconds) > 59) return null
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Math.round(Number(`0.${fraction || '0'}`) * 1000)
  )
}
