package dev.sekisho.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaysTest {

    @Test
    void dropsWhatCostsMoreThanNeeded() {
        Ways ways = Ways.of(List.of(List.of("b", "a"), List.of("c"), List.of("c", "d"), List.of("a", "b")));

        assertThat(ways.alternatives()).hasSize(2);
        assertThat(ways.alternatives().get(0)).containsExactly("c");
        assertThat(ways.alternatives().get(1)).containsExactly("a", "b");
        assertThat(ways.fewest()).isEqualTo(1);
    }

    @Test
    void isOpenOnceOneWayCostsNothing() {
        assertThat(Ways.each(Stream.of("a")).or(Ways.OPEN)).isEqualTo(Ways.OPEN);
    }

    @Test
    void addsALabelToEachWay() {
        assertThat(Ways.each(Stream.of("a", "b")).and("f"))
                .isEqualTo(Ways.of(List.of(List.of("a", "f"), List.of("b", "f"))));
    }

    @Test
    void staysAsItIsWhereThereIsNoOther() {
        Ways ways = Ways.each(Stream.of("a"));

        assertThat(ways.or(Ways.NONE)).isSameAs(ways);
        assertThat(Ways.NONE.or(ways)).isEqualTo(ways);
    }

    @Test
    void keepsOrderAndDropsWhatTheOtherMakesDearer() {
        Ways products = Ways.each(Stream.of("a", "c"));
        Ways login = Ways.of(List.of(List.of("b", "m")));
        Ways covered = Ways.of(List.of(List.of("c", "m")));

        assertThat(products.or(login)).isEqualTo(Ways.of(List.of(List.of("a"), List.of("c"), List.of("b", "m"))));
        assertThat(login.or(products)).isEqualTo(products.or(login));
        assertThat(products.or(covered)).isEqualTo(products);
        assertThat(products.or(Ways.each(Stream.of("c")))).isEqualTo(products);
    }

    @Test
    void dropsWhatAnyOfManyCheaperWaysCovers() {
        Ways cheap = Ways.each(Stream.of("b", "d", "f", "h"));

        assertThat(cheap.or(Ways.of(List.of(List.of("a", "b"))))).isEqualTo(cheap);
        assertThat(cheap.or(Ways.of(List.of(List.of("g", "h"))))).isEqualTo(cheap);
        assertThat(cheap.or(Ways.of(List.of(List.of("c", "g")))).alternatives()).hasSize(5);
    }
}
