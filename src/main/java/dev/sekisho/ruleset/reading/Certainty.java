package dev.sekisho.ruleset.reading;

/** Whether something is so for all the traffic, for none, or for a part that cannot be told. */
public enum Certainty {
    ALWAYS,
    NEVER,
    PERHAPS;

    /**
     * @param some whether it is so for some of what the traffic may be
     * @param all whether it is so for all of it
     */
    public static Certainty of(boolean some, boolean all) {
        return all ? ALWAYS : some ? PERHAPS : NEVER;
    }

    public Certainty and(Certainty other) {
        if (this == NEVER || other == NEVER) {
            return NEVER;
        }
        return this == other ? this : PERHAPS;
    }

    public Certainty not() {
        return switch (this) {
            case ALWAYS -> NEVER;
            case NEVER -> ALWAYS;
            case PERHAPS -> PERHAPS;
        };
    }
}
