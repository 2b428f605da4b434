package dev.sekisho.risk.incremental;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.score.Score;
import java.util.List;
import java.util.Map;

/**
 * How the scores of an assessment differ from those of the one before.
 *
 * @param changed those that may differ, and those of subjects whose facts changed
 * @param gone who had a score and is no more
 */
public record Rescored(Map<Subject, Score> changed, List<Subject> gone) {}
