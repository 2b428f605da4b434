package dev.sekisho.risk;

import dev.sekisho.risk.rule.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one kind of situation, each with what was looked at; they are kept as long as all of that is the very same.
 */
record Verdicts(List<Verdict> all) {

    /** @param lookedAt everything a rule may have read, compared by identity */
    record Verdict(Object lookedAt, List<Finding> findings) {

        private boolean holdsFor(Object now) {
            if (now instanceof Object[] many && lookedAt instanceof Object[] before) {
                return many.length == before.length
                        && IntStream.range(0, many.length).allMatch(i -> many[i] == before[i]);
            }
            return now == lookedAt;
        }
    }

    /**
     * @param looking what is looked at in each situation: an object or an array of them
     * @param before where each situation stood in the previous verdicts
     */
    static Verdicts of(
            int size,
            IntFunction<Object> looking,
            IntFunction<List<Finding>> judge,
            @Nullable Verdicts previous,
            IntUnaryOperator before) {
        return new Verdicts(Arrays.asList(IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> {
                    Object now = looking.apply(i);
                    int old = previous == null ? Roster.NEW : before.applyAsInt(i);
                    Verdict known = previous == null || old == Roster.NEW ? null : previous.all.get(old);
                    return known != null && known.holdsFor(now) ? known : new Verdict(now, judge.apply(i));
                })
                .toArray(Verdict[]::new)));
    }

    Stream<List<Finding>> groups() {
        return all.stream().map(Verdict::findings);
    }
}
