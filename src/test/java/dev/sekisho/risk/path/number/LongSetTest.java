package dev.sekisho.risk.path.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LongSetTest {
    private final LongSet set = new LongSet();

    @Test
    void addsOnce() {
        assertThat(set.add(7)).isTrue();
        assertThat(set.add(7)).isFalse();
        assertThat(set.toArray()).containsExactly(7);
    }

    @Test
    void holdsWhatWasAdded() {
        set.add(7);

        assertThat(set.contains(7)).isTrue();
        assertThat(set.contains(8)).isFalse();
    }

    @Test
    void growsWithWhatIsInIt() {
        long[] values = LongStream.rangeClosed(1, 1000).map(i -> i << 40 | i).toArray();

        for (long value : values) {
            assertThat(set.add(value)).isTrue();
        }

        assertThat(set.toArray()).containsExactlyInAnyOrder(values);
        assertThat(LongStream.of(values).allMatch(set::contains)).isTrue();
        assertThat(LongStream.of(values).noneMatch(set::add)).isTrue();
        assertThat(set.contains(1)).isFalse();
    }
}
