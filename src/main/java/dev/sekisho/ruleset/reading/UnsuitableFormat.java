package dev.sekisho.ruleset.reading;

/** The configuration is one of a kind that no reader of the stated format takes; the message names the kind. */
public final class UnsuitableFormat extends RuntimeException {

    public UnsuitableFormat(String kind) {
        super("This is a configuration of " + kind + ", which cannot be read yet; its rules can be sent as RULES_JSON");
    }
}
