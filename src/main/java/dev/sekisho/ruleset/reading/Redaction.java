package dev.sekisho.ruleset.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps passwords, keys, hashes and communities of a configuration out of every text that leaves a reader. */
public final class Redaction {

    private static final int SHOWN = 200;
    private static final String HIDDEN = "***";

    /** From such a word on, the rest of the line is not shown. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(pass(word|wd|phrase|code)?|pwd|secret|psk\\w*|pre-?shared\\w*|community|communities|\\bkey\\w*|\\w*[-_]key"
                    + "|hash|encrypted|token|credential\\w*|private|\\bENC\\b|\\bmd5\\b|\\bsha\\d*\\b|cipher\\w*|-----BEGIN)"
                    + ".*");

    /** Without one of these no secret word stands in a text: a cheap look before the thorough one. */
    private static final List<String> HINTS = List.of(
            "pass",
            "pwd",
            "secret",
            "psk",
            "shared",
            "communit",
            "key",
            "hash",
            "encrypted",
            "token",
            "credential",
            "private",
            "enc",
            "md5",
            "sha",
            "cipher",
            "-----begin");

    /** Long runs that look like keys or hashes rather than like names. */
    private static final Pattern BLOB = Pattern.compile("\\$[0-9a-z]{1,8}\\$\\S+|[A-Za-z0-9+/=]{32,}");

    /** Free text: people write passwords into it. */
    private static final Pattern COMMENT = Pattern.compile(
            "(--comment|--log-prefix|--nflog-prefix|--string|--hex-string)" + " +(\"(\\\\.|[^\"\\\\])*\"?|\\S+)");

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/*+ -]{1,64}");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Redaction() {}

    /** A line as it may be shown: no secrets, no comments, one line, at most 200 characters. */
    public static String line(String text) {
        var safe = SPACE.matcher(text.strip()).replaceAll(" ");
        safe = safe.contains("--") ? COMMENT.matcher(safe).replaceAll("$1 " + HIDDEN) : safe;
        safe = mayHoldSecret(safe) ? SECRET.matcher(safe).replaceAll("$1 " + HIDDEN) : safe;
        safe = BLOB.matcher(safe).replaceAll(HIDDEN);
        return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "...";
    }

    private static boolean mayHoldSecret(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return HINTS.stream().anyMatch(lower::contains);
    }

    /** A single word of a configuration as it may be shown: names, numbers and addresses only. */
    public static String value(String text) {
        return HARMLESS.matcher(text).matches() ? line(text) : HIDDEN;
    }
}
