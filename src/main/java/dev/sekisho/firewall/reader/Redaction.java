package dev.sekisho.firewall.reader;

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

    /** Long runs that look like keys or hashes rather than like names. */
    private static final Pattern BLOB = Pattern.compile("\\$[0-9a-z]{1,8}\\$\\S+|[A-Za-z0-9+/=]{32,}");

    /** Free text: people write passwords into it. */
    private static final Pattern COMMENT = Pattern.compile(
            "(--comment|--log-prefix|--nflog-prefix|--string|--hex-string)" + " +(\"(\\\\.|[^\"\\\\])*\"?|\\S+)");

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/*+ -]{1,64}");

    private Redaction() {}

    /** A line as it may be shown: no secrets, no comments, one line, at most 200 characters. */
    public static String line(String text) {
        var safe = COMMENT.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("$1 " + HIDDEN);
        safe = BLOB.matcher(SECRET.matcher(safe).replaceAll("$1 " + HIDDEN)).replaceAll(HIDDEN);
        return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "...";
    }

    /** A single word of a configuration as it may be shown: names, numbers and addresses only. */
    public static String value(String text) {
        return HARMLESS.matcher(text).matches() ? line(text) : HIDDEN;
    }
}
