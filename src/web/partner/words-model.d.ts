/** What a partner's page needs before and at the first question, in one language; texts of the other stand empty. */
declare module 'virtual:model/partner/first/*' {
  const first: Omit<import('../../core/model/schema.ts').PartnerModel, 'safety' | 'helplines'>
  export default first
}
