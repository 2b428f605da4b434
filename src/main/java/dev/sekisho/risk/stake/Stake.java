package dev.sekisho.risk.stake;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Causes;

/**
 * What a zone, or what somebody holds for us, is worth to whoever comes there.
 *
 * @param milliPoints the criticality of it and of what is in it, together
 * @param greatest the greatest single criticality
 * @param what the name of what has that
 * @param inner what is added for the leakiest link that leads into it from elsewhere inside
 * @param pool what is known of the software in use there
 */
public record Stake(Subject subject, String name, int milliPoints, int greatest, String what, int inner, Causes pool) {}
