import model from 'virtual:model/partner/first/fr'
import type { FirstModel } from '../../features/intake/seat-context.page.tsx'

/** The model's part that comes with the first question, in French. */
export const firstModel: FirstModel = model
