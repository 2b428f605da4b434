package dev.sekisho.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final Throttle throttle = new Throttle();

    @Test
    void slowsAndThenRefusesAnAddressAndNoOther() {
        long first = throttle.failed("192.0.2.1");
        long last = 0;
        for (int i = 1; i < 30; i++) {
            last = throttle.failed("192.0.2.1");
        }

        assertThat(first).isZero();
        assertThat(last).isEqualTo(2000);
        assertThat(throttle.refuses("192.0.2.1")).isTrue();
        assertThat(throttle.refuses("192.0.2.2")).isFalse();
    }

    @Test
    void remembersNoMoreThanAHundredThousandAddresses() throws ReflectiveOperationException {
        for (int i = 0; i < 150_000; i++) {
            throttle.failed("2001:db8::" + Integer.toHexString(i));
        }
        var field = Throttle.class.getDeclaredField("failures");
        field.setAccessible(true);
        var failures = (Cache<?, ?>) field.get(throttle);
        failures.cleanUp();

        assertThat(failures.estimatedSize()).isBetween(90_000L, 100_000L);
    }
}
