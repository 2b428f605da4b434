package dev.sekisho.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** The one clock of the service, in UTC. */
class TimeSource {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What a constraint calls past or future is told by the same clock, not by the time zone of the machine. */
    @Produces
    @Singleton
    ClockProvider constraints(Clock clock) {
        return () -> clock;
    }
}
