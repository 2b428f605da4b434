package dev.sekisho.risk.assessment;

import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Concerned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one object of what findings say alike. A large estate has a million findings with a few thousand different
 * facts; each for itself would take most of the memory.
 */
final class Sharing {
    /** So that an estate whose findings all differ does not pay for it. */
    private static final int MOST = 100_000;

    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    List<Finding> among(Stream<Finding> findings) {
        var shared = new ArrayList<Finding>();
        findings.forEach(finding -> shared.add(shared(finding, last(shared))));
        return List.copyOf(shared);
    }

    private static @Nullable Finding last(List<Finding> findings) {
        return findings.isEmpty() ? null : findings.get(findings.size() - 1);
    }

    /** Findings on one subject follow one another. */
    private Finding shared(Finding finding, @Nullable Finding neighbour) {
        Concerned concerned = neighbour != null && neighbour.concerned().equals(finding.concerned())
                ? neighbour.concerned()
                : finding.concerned();
        return new Finding(
                finding.code(),
                finding.severity(),
                concerned,
                finding.cause(),
                one(finding.detail()),
                one(finding.evidence()));
    }

    private String one(String detail) {
        return (String) first(detail);
    }

    @SuppressWarnings("unchecked")
    private SortedMap<String, String> one(SortedMap<String, String> evidence) {
        return (SortedMap<String, String>) first(evidence);
    }

    private Object first(Object said) {
        Object one = known.get(said);
        if (one == null && known.size() < MOST) {
            one = known.putIfAbsent(said, said);
        }
        return one == null ? said : one;
    }
}
