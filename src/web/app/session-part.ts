import './session.css'
import { loadReader } from '../../features/session/load-reader.page.ts'
import { session as sessionEnglish } from '../../ui/strings/session.en.ts'
import { session as sessionFrench } from '../../ui/strings/session.fr.ts'
import { addTranslation } from '../../ui/translate.ts'

addTranslation({ en: sessionEnglish, fr: sessionFrench })

export { LedgersSection } from '../../features/session/ledgers.page.tsx'
export { ReadingSection } from '../../features/session/reading.page.tsx'
export { SessionSection } from '../../features/session/session.page.tsx'

/** Fetches the reader as well: a transcript can then be read with the network cut. */
export const prepare = (): void => void loadReader().catch(() => undefined)
