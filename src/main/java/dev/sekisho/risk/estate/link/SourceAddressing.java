package dev.sekisho.risk.estate.link;

/** How it is known which addresses a third party comes from. */
public enum SourceAddressing {
    /** By its addresses; where none are registered, nobody said. */
    REGISTERED(""),
    /** By names, which may stand for other addresses tomorrow. */
    NAMED(
            "The third party is known by name, and a name may stand for any address: any address counts as the third party's."),
    /** Not at all: its addresses change. */
    DYNAMIC("The third party's addresses change and nobody knows them: any address counts as the third party's.");

    private final String inWords;

    SourceAddressing(String inWords) {
        this.inWords = inWords;
    }

    /** Whether it may come from addresses nobody registered. */
    public boolean isOpen() {
        return this != REGISTERED;
    }

    /** Why any address counts as the third party's, as a sentence; empty where that is not stated. */
    public String inWords() {
        return inWords;
    }
}
