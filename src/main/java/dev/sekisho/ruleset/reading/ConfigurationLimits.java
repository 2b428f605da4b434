package dev.sekisho.ruleset.reading;

/** What a reader takes on before it refuses: hostile input must end, not exhaust. */
public final class ConfigurationLimits {

    public static final int BYTES = 20_000_000;
    public static final int CHARACTERS = BYTES;

    /** Neutral rules after groups, chains and alternatives are expanded. */
    public static final int RULES = 200_000;

    /** How deep groups, chains and JSON may nest. */
    public static final int NESTING = 64;

    /** Rule visits while chains are expanded; far beyond any real rule set. */
    public static final int STEPS = 5_000_000;

    /** Blocks of addresses a single non-contiguous mask may stand for. */
    static final int MASK_BLOCKS = 4096;

    public static final int NOTES = 1_000;

    private ConfigurationLimits() {}
}
