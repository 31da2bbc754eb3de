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
