import './academy.css'
import { academy as academyEnglish } from '../../ui/strings/academy.en.ts'
import { academy as academyFrench } from '../../ui/strings/academy.fr.ts'
import { addTranslation } from '../../ui/translate.ts'

addTranslation({ en: academyEnglish, fr: academyFrench })

export { AcademyPage } from '../../features/academy/academy.page.tsx'
