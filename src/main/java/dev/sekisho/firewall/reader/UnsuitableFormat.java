package dev.sekisho.firewall.reader;

/** The configuration is one of a kind that no reader of the stated format takes; the message names the kind. */
public final class UnsuitableFormat extends RuntimeException {

    UnsuitableFormat(String kind) {
        super("This is a configuration of " + kind + ", which cannot be read yet");
    }
}
