import { linkFragment } from './link-fragment.ts'
import { createRoot } from 'react-dom/client'
import model from 'virtual:model/partner/first'
import { createPartnerSeat } from '../../client/partner-client.ts'
import { guardPage } from '../../client/quick-exit.ts'
import { PartnerPage } from '../../features/intake/partner.page.tsx'
import { fetchLaterPages } from '../../features/intake/seat.page.tsx'
import { typesetFrenchStrings, typesetModel } from '../../ui/typeset-french.ts'
import type { PartnerStrings } from '../../ui/strings/partner.en.ts'

type Language = 'en' | 'fr'

const remembered = (): Language | null => {
  const kept = localStorage.getItem('language')
  return kept === 'en' || kept === 'fr' ? kept : null
}
const loadStrings = async (language: Language): Promise<PartnerStrings> => {
  if (language === 'fr')
    return typesetFrenchStrings((await import('../../ui/strings/partner.fr.ts')).partnerFrench)
  return (await import('../../ui/strings/partner.en.ts')).partnerEnglish
}
const chooseLanguage = async (language: Language): Promise<PartnerStrings> => {
  const strings = await loadStrings(language)
  localStorage.setItem('language', language)
  return strings
}

/** What comes after the first question: the other pages, the faces, and the worker that keeps the page offline. */
let fetched = false
const fetchTheRest = async (): Promise<void> => {
  if (fetched) return
  fetched = true
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

guardPage()
const language: Language = remembered() ?? (navigator.language.startsWith('fr') ? 'fr' : 'en')
const strings = await loadStrings(language)
const place = document.getElementById('page') as HTMLElement
place.replaceChildren()
createRoot(place).render(
  <PartnerPage
    seat={createPartnerSeat()}
    fragment={linkFragment}
    model={typesetModel(model)}
    firstLanguage={language}
    firstStrings={strings}
    loadStrings={chooseLanguage}
    onFirstQuestion={fetchTheRestSoon}
  />,
)
