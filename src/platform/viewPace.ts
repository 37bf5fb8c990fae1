/** Changes that arrive closer together than this are drawn once: a refresh streams. Milliseconds. */
export const quietMilliseconds = 150;

/** Ages in the rows ("5 min") are drawn anew this often while a view is visible. Milliseconds. */
export const agesEvery = 60_000;
