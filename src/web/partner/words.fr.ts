import model from 'virtual:model/partner/first/fr'
import type { Words } from '../../features/intake/partner.page.tsx'
import { partnerFrench } from '../../ui/strings/partner.fr.ts'

/** All that is said up to the first question and beside it, in French. */
export const words: Words = { strings: partnerFrench, model }
