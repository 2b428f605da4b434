package dev.sekisho.risk.incremental;

import dev.sekisho.risk.rule.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one kind of situation, each with what was looked at; they are kept as long as all of that is the very same.
 *
 * @param come what was judged anew
 * @param gone what was in the previous verdicts and is no more
 */
public record MemoizedFindings(List<Verdict> all, List<Verdict> come, List<Verdict> gone) {

    /** @param lookedAt everything a rule may have read, compared by identity */
    public record Verdict(Object lookedAt, List<Finding> findings) {

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
    public static MemoizedFindings of(
            int size,
            IntFunction<Object> looking,
            IntFunction<List<Finding>> judge,
            @Nullable MemoizedFindings previous,
            IntUnaryOperator before) {
        List<Verdict> old = previous == null ? List.of() : previous.all;
        int[] places = new int[size];
        List<Verdict> all = Arrays.asList(IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> {
                    Object now = looking.apply(i);
                    int place = previous == null ? IndexedFacts.NEW : before.applyAsInt(i);
                    if (place != IndexedFacts.NEW && old.get(place).holdsFor(now)) {
                        places[i] = place;
                        return old.get(place);
                    }
                    places[i] = IndexedFacts.NEW;
                    return new Verdict(now, judge.apply(i));
                })
                .toArray(Verdict[]::new));
        var carried = new BitSet();
        var come = new ArrayList<Verdict>();
        for (int i = 0; i < size; i++) {
            if (places[i] == IndexedFacts.NEW) {
                come.add(all.get(i));
            } else {
                carried.set(places[i]);
            }
        }
        var gone = new ArrayList<Verdict>();
        for (int i = carried.nextClearBit(0); i < old.size(); i = carried.nextClearBit(i + 1)) {
            gone.add(old.get(i));
        }
        return new MemoizedFindings(all, come, gone);
    }

    /**
     * The same where every situation stands where it stood and only some can have changed.
     *
     * @param affected all of these
     */
    public static MemoizedFindings of(
            IntFunction<Object> looking, IntFunction<List<Finding>> judge, MemoizedFindings previous, BitSet affected) {
        var all = new ArrayList<>(previous.all);
        var come = new ArrayList<Verdict>();
        var gone = new ArrayList<Verdict>();
        for (int i = affected.nextSetBit(0); i >= 0; i = affected.nextSetBit(i + 1)) {
            Object now = looking.apply(i);
            if (!all.get(i).holdsFor(now)) {
                gone.add(all.get(i));
                all.set(i, new Verdict(now, judge.apply(i)));
                come.add(all.get(i));
            }
        }
        return new MemoizedFindings(all, come, gone);
    }

    /** These, where they take the place of others that could not be compared. */
    public MemoizedFindings insteadOf(@Nullable MemoizedFindings others) {
        return others == null ? this : new MemoizedFindings(all, all, others.all);
    }

    public Stream<List<Finding>> groups() {
        return all.stream().map(Verdict::findings);
    }
}
