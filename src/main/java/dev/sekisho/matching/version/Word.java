package dev.sekisho.matching.version;

import java.util.Map;

/** What a word in a version means for its order. The constants up to {@link #CANDIDATE} come before the release, in this order. */
enum Word {
    DEVELOPMENT,
    ALPHA,
    BETA,
    MILESTONE,
    PREVIEW,
    CANDIDATE,
    /** A single letter directly behind a number: 9.5.7a. */
    LETTER,
    /** A patch, hotfix, update or release counter: comparable only with its own kind. */
    PATCH,
    /** A word of no known order. */
    OTHER;

    private static final Map<String, Word> BEFORE = Map.ofEntries(
            Map.entry("dev", DEVELOPMENT),
            Map.entry("snapshot", DEVELOPMENT),
            Map.entry("nightly", DEVELOPMENT),
            Map.entry("alpha", ALPHA),
            Map.entry("beta", BETA),
            Map.entry("milestone", MILESTONE),
            Map.entry("preview", PREVIEW),
            Map.entry("pre", PREVIEW),
            Map.entry("ea", PREVIEW),
            Map.entry("rc", CANDIDATE),
            Map.entry("cr", CANDIDATE));

    private static final Map<String, String> PATCHES = Map.ofEntries(
            Map.entry("h", "hotfix"),
            Map.entry("hf", "hotfix"),
            Map.entry("hotfix", "hotfix"),
            Map.entry("p", "patch"),
            Map.entry("pl", "patch"),
            Map.entry("patch", "patch"),
            Map.entry("sp", "service pack"),
            Map.entry("fp", "fix pack"),
            Map.entry("cu", "cumulative update"),
            Map.entry("u", "update"),
            Map.entry("update", "update"),
            Map.entry("su", "service update"),
            Map.entry("mr", "maintenance release"),
            Map.entry("r", "release"),
            Map.entry("s", "service release"),
            Map.entry("build", "build"),
            Map.entry("ap", "applied patch"),
            Map.entry("rev", "revision"));

    boolean isBefore() {
        return compareTo(CANDIDATE) <= 0;
    }

    static Word of(String word) {
        Word before = BEFORE.get(word);
        return before != null ? before : PATCHES.containsKey(word) ? PATCH : OTHER;
    }

    /** One spelling per kind, so that {@code HF 5} and {@code hotfix5} are the same. */
    static String spelling(String word) {
        return PATCHES.getOrDefault(word, word);
    }

    /** Words that say no more than that this is the release itself. */
    static boolean saysNothing(String word) {
        return word.equals("ga")
                || word.equals("rtm")
                || word.equals("final")
                || word.equals("release")
                || word.equals("sv");
    }
}
