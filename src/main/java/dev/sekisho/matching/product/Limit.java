package dev.sekisho.matching.product;

import java.util.Set;

/**
 * Something a source limits its word to, and of which the installed product does not say whether it is so.
 *
 * @param values any of them, folded
 */
record Limit(Kind kind, Set<String> values) {
    enum Kind {
        /** A software edition. */
        EDITION,
        /** Something else that must be there, too. */
        REQUIRED,
        /** An edition by other fields or in words. */
        VARIANT,
        SYSTEM,
        HARDWARE,
        MODULE,
        /** A module stream of a distribution. */
        STREAM,
        /** A release of a distribution. */
        RELEASE;

        /** Whether a version called affected is affected only perhaps, where this is not stated. */
        boolean doubtsAffected() {
            return this == EDITION || this == REQUIRED;
        }

        /** Whether those that are named may be all there are. */
        boolean canBeComplete() {
            return this != STREAM && this != RELEASE;
        }

        /** Whether two that are named are taken for all there are: of editions the ordinary one must be among them. */
        boolean twoAreAll() {
            return canBeComplete() && this != EDITION && this != VARIANT;
        }
    }
}
