package dev.sekisho.risk.path.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntQueueTest {
    private final IntQueue queue = new IntQueue();

    @Test
    void givesTheFirstFirst() {
        queue.add(5);
        queue.add(3);

        assertThat(queue.next()).isEqualTo(5);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.next()).isEqualTo(3);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void holdsAnyNumber() {
        for (int i = 0; i < 100; i++) {
            queue.add(i);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(queue.next()).isEqualTo(i);
        }
        assertThat(queue.isEmpty()).isTrue();
    }
}
