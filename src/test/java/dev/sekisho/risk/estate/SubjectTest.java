package dev.sekisho.risk.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTest {

    @Test
    void comesByKindAndThenByKey() {
        var party = new Subject(Subject.Kind.THIRD_PARTY, "b");
        var point = new Subject(Subject.Kind.CONNECTION_POINT, "a");

        assertThat(party).isLessThan(point).isLessThan(new Subject(Subject.Kind.THIRD_PARTY, "c"));
        assertThat(point).isGreaterThan(party).isEqualByComparingTo(new Subject(Subject.Kind.CONNECTION_POINT, "a"));
    }
}
