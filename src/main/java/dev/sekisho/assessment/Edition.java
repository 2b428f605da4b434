package dev.sekisho.assessment;

/**
 * What is being written, and from which revision on it counts.
 *
 * @param beside whether it is written beside what counts now, to be published later as a whole; otherwise in its place,
 *     in the one transaction there is
 */
record Edition(int revision, boolean beside) {}
