package dev.sekisho.risk.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.incremental.MemoizedFindings.Verdict;
import dev.sekisho.risk.rule.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoizedFindingsTest {
    private static final Object A = "a";
    private static final Object B = "b";
    private static final Object C = "c";

    private final List<Object> judged = new ArrayList<>();

    @Test
    void judgesEverythingWithoutVerdictsBefore() {
        MemoizedFindings verdicts = verdicts(null, A, B);

        assertThat(judged).containsExactlyInAnyOrder(A, B);
        assertThat(causes(verdicts.all())).containsExactly("a", "b");
        assertThat(verdicts.come()).isEqualTo(verdicts.all());
        assertThat(verdicts.gone()).isEmpty();
        assertThat(verdicts.groups()).hasSize(2);
    }

    @Test
    void keepsAVerdictWhileWhatWasLookedAtIsTheSame() {
        MemoizedFindings before = verdicts(null, A, B);
        judged.clear();

        MemoizedFindings verdicts = verdicts(before, A, C);

        assertThat(judged).containsExactly(C);
        assertThat(verdicts.all().get(0)).isSameAs(before.all().get(0));
        assertThat(causes(verdicts.come())).containsExactly("c");
        assertThat(causes(verdicts.gone())).containsExactly("b");
    }

    @Test
    void comparesEachOfManyThatWereLookedAt() {
        Object[] both = {A, B};
        MemoizedFindings before = verdicts(null, both, C);

        assertThat(verdicts(before, new Object[] {A, B}, C).come()).isEmpty();
        assertThat(verdicts(before, new Object[] {A, C}, C).come()).hasSize(1);
        assertThat(verdicts(before, new Object[] {A}, C).come()).hasSize(1);
        assertThat(verdicts(before, A, C).come()).hasSize(1);
    }

    @Test
    void followsASituationThatMoved() {
        MemoizedFindings before = verdicts(null, A, C);
        List<Object> now = List.of(A, B, C);

        MemoizedFindings verdicts = MemoizedFindings.of(
                3, now::get, i -> judge(now.get(i)), before, i -> i == 1 ? IndexedFacts.NEW : i / 2);

        assertThat(causes(verdicts.all())).containsExactly("a", "b", "c");
        assertThat(causes(verdicts.come())).containsExactly("b");
        assertThat(verdicts.gone()).isEmpty();
    }

    @Test
    void looksAgainOnlyAtWhatIsAffected() {
        MemoizedFindings before = verdicts(null, A, B, C);
        judged.clear();
        List<Object> now = List.of("not looked at", C, C);
        var affected = new BitSet();
        affected.set(1, 3);

        MemoizedFindings verdicts = MemoizedFindings.of(now::get, i -> judge(now.get(i)), before, affected);

        assertThat(judged).containsExactly(C);
        assertThat(causes(verdicts.all())).containsExactly("a", "c", "c");
        assertThat(causes(verdicts.come())).containsExactly("c");
        assertThat(causes(verdicts.gone())).containsExactly("b");
    }

    @Test
    void takesTheWholePlaceOfOthers() {
        MemoizedFindings others = verdicts(null, A);
        MemoizedFindings verdicts = verdicts(null, B);

        assertThat(verdicts.insteadOf(others).come()).isEqualTo(verdicts.all());
        assertThat(verdicts.insteadOf(others).gone()).isEqualTo(others.all());
        assertThat(verdicts.insteadOf(null)).isSameAs(verdicts);
    }

    private MemoizedFindings verdicts(@Nullable MemoizedFindings previous, Object... looked) {
        return MemoizedFindings.of(looked.length, i -> looked[i], i -> judge(looked[i]), previous, i -> i);
    }

    private synchronized List<Finding> judge(Object what) {
        judged.add(what);
        return List.of(new Finding(
                "R", Severity.LOW, Subject.PORTFOLIO, what.toString(), "", new TreeMap<>(), null, null, null, null));
    }

    private static List<String> causes(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.findings().get(0).cause())
                .toList();
    }
}
