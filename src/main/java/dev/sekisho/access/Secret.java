package dev.sekisho.access;

import dev.sekisho.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An API key as its holder keeps it: {@code sek_<id>_<secret>}. The prefix lets scanners recognise a leaked one; the id
 * finds its record; only a hash of the whole is kept. 256 random bits need no slow hash.
 */
record Secret(String id, String text) {
    private static final Pattern FORM = Pattern.compile("sek_([a-z0-9]{12})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_BYTES = 32;

    static Secret generate() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String id = RANDOM.ints(ID_LENGTH, 0, ID_LETTERS.length())
                .mapToObj(i -> String.valueOf(ID_LETTERS.charAt(i)))
                .collect(Collectors.joining());
        return new Secret(
                id, "sek_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what a caller sent; empty when it has not the form of a key. */
    static Optional<Secret> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Secret(matcher.group(1), text)) : Optional.empty();
    }

    String hash() {
        return Sha256.hex(text);
    }

    @Override
    public String toString() {
        return "sek_" + id + "_***";
    }
}
