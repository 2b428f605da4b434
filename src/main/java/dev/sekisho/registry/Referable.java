package dev.sekisho.registry;

import java.util.Collection;
import java.util.Locale;

/** Things that a filter can name. Asked within a transaction that reads, so that what a caller has written is there. */
public interface Referable {
    /** What they are called together, such as third-parties. */
    String name();

    /** One of them, in words: third party. */
    String singular();

    /** The word for one of them as a kind of subject: THIRD_PARTY. */
    default String kind() {
        return singular().replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    boolean holds(String value);

    /** Some of what it holds, of a bounded number, among which is what may have been meant by a value it does not hold. */
    Collection<String> beside(String value);

    /** What else is to be said to whoever named a value it does not hold, as sentences. */
    default String advice(String value) {
        return "";
    }
}
