/** The whole clinical model, compiled from `model/` at build. */
declare module 'virtual:model' {
  const model: import('./schema.ts').Model
  export default model
}

/** The part of the model that a partner's page may load. */
declare module 'virtual:model/partner' {
  const model: import('./schema.ts').PartnerModel
  export default model
}

/** What a partner's page needs before and at the first question. */
declare module 'virtual:model/partner/first' {
  const first: Omit<import('./schema.ts').PartnerModel, 'safety' | 'helplines'>
  export default first
}

/** What a partner's page needs later: the safety screen and the helplines. */
declare module 'virtual:model/partner/later' {
  const later: Pick<import('./schema.ts').PartnerModel, 'safety' | 'helplines'>
  export default later
}

/** What sessions are read with: rules, lists of words and weights, compiled from `model/language/`. Large: load it only where something is read. */
declare module 'virtual:model/language' {
  const language: import('../language/language-bundle.ts').LanguageBundle
  export default language
}

/** What a trainee reads and practises. */
declare module 'virtual:model/academy' {
  const academy: Pick<import('./compile-academy.ts').Academy, 'lessons' | 'drills'>
  export default academy
}

/** Whom a trainee rehearses with, and by which rules. Large: load it only where somebody rehearses. */
declare module 'virtual:model/rehearsal' {
  const rehearsal: Pick<import('./compile-academy.ts').Academy, 'couples' | 'rehearsal'>
  export default rehearsal
}
