package dev.sekisho.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sekisho.risk.estate.Severity;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Concerned;
import dev.sekisho.risk.rule.Finding.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoundByIdentityTest {
    private static final Subject.Kind[] KINDS = Subject.Kind.values();

    @Test
    void givesEachFindingOnceAndTellsWhatIsLeft() {
        List<Finding> all = many();
        Collections.shuffle(all, new Random(1));
        var found = new FoundByIdentity(all.stream());

        List<Finding> taken = all.subList(0, all.size() / 2);
        taken.forEach(finding -> assertThat(found.take(finding.identity())).contains(finding));

        taken.forEach(finding -> assertThat(found.take(finding.identity())).isEmpty());
        assertThat(found.rest()).containsExactlyInAnyOrderElementsOf(all.subList(all.size() / 2, all.size()));
    }

    @Test
    void findsNothingThatIsNotThere() {
        var found = new FoundByIdentity(many().stream());

        assertThat(found.take(new Identity(new Subject(Subject.Kind.ZONE, "k1"), "NONE-01", "")))
                .isEmpty();
        assertThat(new FoundByIdentity(List.<Finding>of().stream())
                        .take(finding(0, "k0", "A-0", "", "").identity()))
                .isEmpty();
    }

    @Test
    void countsTheLastOfSeveralWithOneIdentity() {
        Finding first = finding(0, "k", "A-0", "", "first");
        Finding last = finding(0, "k", "A-0", "", "last");
        var found = new FoundByIdentity(List.of(first, last).stream());

        assertThat(found.rest()).containsExactly(last);
        assertThat(found.take(first.identity())).contains(last);
        assertThat(found.rest()).isEmpty();
    }

    private static List<Finding> many() {
        var all = new ArrayList<Finding>();
        for (int i = 0; i < 500; i++) {
            all.add(finding(
                    i % KINDS.length, "k" + i / KINDS.length, "A-" + i % 3, i % 2 == 0 ? "" : "cause", "d" + i));
        }
        return all;
    }

    private static Finding finding(int kind, String key, String code, String cause, String detail) {
        return new Finding(
                code,
                Severity.HIGH,
                new Concerned(new Subject(KINDS[kind], key), null, null, null, null),
                cause,
                detail,
                new TreeMap<>());
    }
}
