package dev.sekisho.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimeSourceTest {
    @Inject
    Clock clock;

    @Inject
    ValidatorFactory validators;

    @Test
    void tellsConstraintsThePresentInUtcWhereverTheServiceRuns() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(validators.getClockProvider().getClock()).isSameAs(clock);
    }
}
