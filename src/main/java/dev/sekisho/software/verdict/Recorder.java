package dev.sekisho.software.verdict;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** With whose key something is written. */
@Singleton
class Recorder {
    private static final String NOBODY_AT_HAND = "import";

    private final SecurityIdentity caller;

    Recorder(SecurityIdentity caller) {
        this.caller = caller;
    }

    /** A large import is carried out when its caller has long gone. */
    String name() {
        return Arc.container().requestContext().isActive() && !caller.isAnonymous()
                ? caller.getPrincipal().getName()
                : NOBODY_AT_HAND;
    }
}
