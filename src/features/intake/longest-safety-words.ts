/** Characters of own words on the safety screen: fits the sealed drop in any script. */
export const LONGEST_SAFETY_WORDS = 800
