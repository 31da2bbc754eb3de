/** When the day of this moment began where the trainee is, in milliseconds. */
export const dayBegan = (now: number): number => new Date(now).setHours(0, 0, 0, 0)
