import { createRoot } from 'react-dom/client'
import { createPartnerSeat } from '../../client/partner-client.ts'
import { guardPage } from '../../client/quick-exit.ts'
import { PartnerPage } from '../../features/intake/partner.page.tsx'
import type { FirstModel } from '../../features/intake/seat-context.page.tsx'
import type { PartnerStrings } from '../../ui/strings/partner.en.ts'
import { typesetFrenchStrings, typesetModel } from '../../ui/typeset-french.ts'

type Language = 'en' | 'fr'

const remembered = (): Language | null => {
  try {
    const kept = localStorage.getItem('language')
    return kept === 'en' || kept === 'fr' ? kept : null
  } catch {
    return null
  }
}
const loadStrings = async (language: Language): Promise<PartnerStrings> => {
  if (language === 'en') return (await import('../../ui/strings/partner.en.ts')).partnerEnglish
  return typesetFrenchStrings((await import('../../ui/strings/partner.fr.ts')).partnerFrench)
}
const loadModel = async (language: Language): Promise<FirstModel> => {
  if (language === 'en') return (await import('./model.en.ts')).firstModel
  return typesetModel((await import('./model.fr.ts')).firstModel)
}
const chooseLanguage = async (language: Language): Promise<PartnerStrings> => {
  const strings = await loadStrings(language)
  try {
    localStorage.setItem('language', language)
  } catch {
    // Chosen for this time only.
  }
  return strings
}

/** What comes after the first question: the other pages, the faces, and the worker that keeps the page offline. */
let fetched = false
const fetchTheRest = async (): Promise<void> => {
  if (fetched) return
  fetched = true
  const { fetchLaterPages } = await import('../../features/intake/seat.page.tsx')
  await fetchLaterPages()
  // What seals the safety screen and the PIN: fetched by everybody, so that its coming tells nothing.
  await Promise.all([
    import('../../vault/age-box.ts'),
    import('../../vault/pin.ts'),
    import('../../vault/slow-key.ts'),
  ])
  await import('./later-faces.ts')
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    await navigator.serviceWorker.register('/p/worker.js', { scope: '/p', updateViaCache: 'none' })
}
/** None of it is needed now, so none of it may disturb: a page without it works the same, with the network. */
const fetchTheRestSoon = (): void => void setTimeout(() => void fetchTheRest().catch(() => {}), 1200)

const show = async (): Promise<void> => {
  const { fragment = '', standing = null } = globalThis.early ?? {}
  globalThis.early = undefined
  const seat = createPartnerSeat(standing)
  const language: Language = remembered() ?? (navigator.language.startsWith('fr') ? 'fr' : 'en')
  const strings = await loadStrings(language)
  const place = document.getElementById('page') as HTMLElement
  place.replaceChildren()
  createRoot(place).render(
    <PartnerPage
      seat={seat}
      fragment={fragment}
      firstLanguage={language}
      firstStrings={strings}
      loadStrings={chooseLanguage}
      loadModel={loadModel}
      onFirstQuestion={fetchTheRestSoon}
    />,
  )
}

guardPage()
void show()
