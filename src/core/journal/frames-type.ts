/** The media type of frames on the journal route. */
export const framesType = 'application/vnd.groundwork.entries'
