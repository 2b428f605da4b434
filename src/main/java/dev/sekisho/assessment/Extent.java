package dev.sekisho.assessment;

import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Assessment.Difference;
import dev.sekisho.risk.assessment.Assessment.Rescored;
import java.util.List;
import java.util.stream.Stream;

/** How many rows a record may have to write at most. */
final class Extent {
    private Extent() {}

    /** Of an assessment against the one before it; very many where it was not made from one. */
    static long of(Assessment next) {
        return findings(next) + scores(next);
    }

    private static long findings(Assessment next) {
        return next.difference().map(Extent::count).orElse((long) Integer.MAX_VALUE);
    }

    private static long count(Difference difference) {
        return Stream.of(difference.come(), difference.gone())
                .flatMap(List::stream)
                .mapToLong(List::size)
                .sum();
    }

    /** Each with a point of its history. */
    private static long scores(Assessment next) {
        return next.rescored().map(Extent::count).orElse((long) Integer.MAX_VALUE);
    }

    private static long count(Rescored rescored) {
        return 2L * (rescored.changed().size() + rescored.gone().size());
    }
}
