/** The deck's name in files and in what browsers store: the same in every edition, so that a talk goes on when its language changes. */
export const DECK_NAME = 'industry-academia-research'
