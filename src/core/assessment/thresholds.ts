/**
 * The lines that turn places on the scale into words, all of them *ours* and none from norms: no data of this instrument
 * exist yet. Scores run from 0 to 100, and one step of the five-point scale is 25 of them.
 */

/** One step of the scale: from "now and then" to "half the time", say. */
export const STEP = 25

/**
 * Below this a score is low: the answers stand nearer to "now and then" than to "about half the time". A person would say
 * of it themselves that it is more often missing than there.
 */
export const LOW_BELOW = 1.5 * STEP

/** The middle of the scale, from which a shortfall is measured. */
export const MIDDLE = 2 * STEP

/** From here two people are apart: half a step, which is three answers of six differing by one. Less is said to be close. */
export const APART_FROM = 0.5 * STEP

/** From here they are far apart: a whole step on every answer, so the two would not choose the same word. */
export const FAR_FROM = STEP

/**
 * A climate area is one answer: neighbours on the scale may be the same feeling on another day, so a whole step is apart
 * and two are far apart.
 */
export const CLIMATE_APART_FROM = STEP
export const CLIMATE_FAR_FROM = 2 * STEP

/**
 * From here somebody sees another otherwise than the other sees themselves. More than between whole elements, because each
 * side rests on two answers only: three steps over the two.
 */
export const SEEN_APART_FROM = 1.5 * STEP

/** An order question (mistrust, selfishness, manipulation) weighs from this score down: one of the two answers at that end. */
export const ORDER_WEIGHS_TO = STEP

/** How many of an element's six items must be answered before it has a score; one in each facet besides. */
export const ANSWERS_NEEDED = 4
