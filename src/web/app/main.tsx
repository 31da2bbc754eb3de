import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/fonts.css'
import '../../ui/controls.css'
import '../../ui/blueprint/blueprint.css'
import './app.css'
import './case.css'
import './print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createTherapistAccount } from '../../client/therapist-client.ts'
import { common as commonEnglish } from '../../ui/strings/common.en.ts'
import { common as commonFrench } from '../../ui/strings/common.fr.ts'
import { therapist as therapistEnglish } from '../../ui/strings/therapist.en.ts'
import { therapist as therapistFrench } from '../../ui/strings/therapist.fr.ts'
import { startTranslation } from '../../ui/translate.ts'
import { App } from './app.tsx'

startTranslation({
  en: { ...commonEnglish, ...therapistEnglish },
  fr: { ...commonFrench, ...therapistFrench },
})

const root = document.getElementById('app')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App account={createTherapistAccount()} />
    </StrictMode>,
  )
