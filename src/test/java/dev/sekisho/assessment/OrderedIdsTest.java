package dev.sekisho.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {
    @Test
    void givesDifferentIdsInTheirOrder() {
        var ids = new OrderedIds();

        List<String> made = Stream.generate(ids::next).limit(20_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(made.get(0)).version()).isEqualTo(7);
        assertThat(UUID.fromString(made.get(0)).variant()).isEqualTo(2);
    }
}
