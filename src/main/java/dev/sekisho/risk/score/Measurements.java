package dev.sekisho.risk.score;

import dev.sekisho.risk.traffic.TrafficSummary;
import dev.sekisho.risk.traffic.rule.Boundary;
import dev.sekisho.risk.traffic.rule.Flow;
import dev.sekisho.risk.traffic.rule.RuleSet;
import dev.sekisho.risk.traffic.rule.TooComplexException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What rule sets permit, each measured once: the same rules at the same boundary are, whoever wrote them. Time does not
 * enter, so it serves assessments of many days.
 */
public final class Measurements {
    private static final int MOST = 500_000;
    private final Map<Question, Optional<TrafficSummary>> known = new ConcurrentHashMap<>();

    private record Question(RuleSet rules, Boundary boundary, List<Flow> approved) {}

    /** These, or none where so many came together that most must be of the past. */
    public Measurements orFresh() {
        return known.size() > MOST ? new Measurements() : this;
    }

    @Nullable
    TrafficSummary of(RuleSet rules, Boundary boundary, List<Flow> approved) {
        var question = new Question(rules, boundary, approved);
        var answer = known.get(question);
        return (answer == null ? known.computeIfAbsent(question, Measurements::measure) : answer).orElse(null);
    }

    /** Rules too entangled to be measured are as good as none known. */
    private static Optional<TrafficSummary> measure(Question question) {
        try {
            return Optional.of(TrafficSummary.measure(question.rules, question.boundary, question.approved));
        } catch (TooComplexException e) {
            return Optional.empty();
        }
    }
}
