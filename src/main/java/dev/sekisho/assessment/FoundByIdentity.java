package dev.sekisho.assessment;

import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Identity;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All findings, to be found by their identity; it takes one reference for each, where a map would take a tenfold. */
final class FoundByIdentity {
    private static final Comparator<Identity> ORDER = Comparator.comparing(Identity::subject, Subject::compareTo)
            .thenComparing(Identity::code)
            .thenComparing(Identity::cause);

    private final List<Finding> findings;
    private final BitSet taken = new BitSet();

    /** Of several with one identity the last counts. */
    FoundByIdentity(Stream<Finding> found) {
        findings = found.sorted(Comparator.comparing(Finding::identity, ORDER)).toList();
        IntStream.range(1, findings.size()).filter(this::repeats).forEach(i -> taken.set(i - 1));
    }

    private boolean repeats(int at) {
        return identity(at).equals(identity(at - 1));
    }

    private Identity identity(int at) {
        return findings.get(at).identity();
    }

    /** The finding of an identity, where there is one that was not taken yet. */
    Optional<Finding> take(Identity wanted) {
        int low = 0;
        int high = findings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(identity(middle), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low - 1;
        if (last < 0 || taken.get(last) || !identity(last).equals(wanted)) {
            return Optional.empty();
        }
        taken.set(last);
        return Optional.of(findings.get(last));
    }

    /** Those that were not taken. */
    Iterable<Finding> rest() {
        return () -> IntStream.range(0, findings.size())
                .filter(at -> !taken.get(at))
                .mapToObj(findings::get)
                .iterator();
    }
}
