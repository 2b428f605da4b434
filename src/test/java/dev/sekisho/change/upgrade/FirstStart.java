package dev.sekisho.change.upgrade;

import dev.sekisho.change.Actor;
import jakarta.enterprise.inject.spi.CDI;

/** What the first start does that records changes. */
public final class FirstStart {
    private FirstStart() {}

    public static void enter() {
        FirstEntries entries = CDI.current().select(FirstEntries.class).get();
        Actor.named("upgrade").doing(entries::enter);
    }
}
