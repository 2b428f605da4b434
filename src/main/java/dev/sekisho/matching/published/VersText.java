package dev.sekisho.matching.published;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a version range specifier ({@code vers:npm/>=1.0.0|<2.0.0}) into ranges. */
public final class VersText {
    private static final Pattern FORM = Pattern.compile("vers:([a-z0-9.+-]{1,50})/(\\S{1,5000})");
    private static final Pattern CONSTRAINT = Pattern.compile("(<=|>=|!=|<|>)?([^<>=!*|]+)");

    private VersText() {}

    /** The scheme a specifier names, or null for text that is no specifier. */
    public static @Nullable String scheme(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() ? form.group(1) : null;
    }

    /**
     * Ranges of versions with the status given; null for text that is no specifier or uses it in a way that has no single
     * meaning (two lower bounds in a row, an excluded version).
     */
    public static @Nullable List<VersionRange> ranges(String text, Status status) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        String scheme = form.group(1);
        if (form.group(2).equals("*")) {
            return List.of(between(null, false, null, VersionRange.UNBOUNDED, status, scheme, text));
        }
        List<VersionRange> found = new ArrayList<>();
        String from = null;
        boolean exclusive = false;
        for (String part : form.group(2).split("\\|", -1)) {
            Matcher constraint = CONSTRAINT.matcher(part);
            if (!constraint.matches()) {
                return null;
            }
            String sign = constraint.group(1) == null ? "=" : constraint.group(1);
            String version = decoded(constraint.group(2));
            if (version == null || sign.equals("!=") || from != null && sign.startsWith(">")) {
                return null;
            }
            if (sign.startsWith(">")) {
                from = version;
                exclusive = sign.equals(">");
            } else if (sign.startsWith("<")) {
                boolean inclusive = sign.equals("<=");
                found.add(between(
                        from, exclusive, inclusive ? null : version, inclusive ? version : null, status, scheme, text));
                from = null;
                exclusive = false;
            } else {
                found.add(new VersionRange(version, false, null, null, status, scheme, List.of(), text));
            }
        }
        if (from != null) {
            found.add(between(from, exclusive, null, VersionRange.UNBOUNDED, status, scheme, text));
        }
        return found;
    }

    private static @Nullable String decoded(String version) {
        try {
            return URLDecoder.decode(version.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static VersionRange between(
            @Nullable String from,
            boolean exclusive,
            @Nullable String lessThan,
            @Nullable String lessThanOrEqual,
            Status status,
            String scheme,
            String raw) {
        return new VersionRange(from, exclusive, lessThan, lessThanOrEqual, status, scheme, List.of(), raw);
    }
}
