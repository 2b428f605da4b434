package dev.sekisho.architecture.clock.risk;

import java.time.Instant;
import java.util.function.Supplier;

/** A method reference reads the clock as well. */
class ReadsAClock {
    Supplier<Instant> clock = Instant::now;
}
