import model from 'virtual:model/partner/first/en'
import type { Words } from '../../features/intake/partner.page.tsx'
import { partnerEnglish } from '../../ui/strings/partner.en.ts'

/** All that is said up to the first question and beside it, in English. */
export const words: Words = { strings: partnerEnglish, model }
