package dev.sekisho.risk.incremental;

import dev.sekisho.risk.rule.Finding;
import java.util.List;

/**
 * How the findings of an assessment differ from those of the one before, in groups that were judged together. The same
 * finding may be in a group that is gone and in one that came.
 */
public record Difference(List<List<Finding>> gone, List<List<Finding>> come) {}
