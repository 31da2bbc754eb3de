import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'

/** What somebody's words do, in words: "saying back what was heard". An id without words says itself. */
export const useActName = (): ((id: string) => string) => {
  const { t } = useTherapistText()
  return id => {
    const key = `did.${id}`
    const said = t(key as TherapistKey)
    return said === key ? id : said
  }
}
