package dev.sekisho.feed.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The version inside a package URL, as text, with the epoch that stands beside it. */
public final class Purl {
    private Purl() {}

    public static @Nullable String version(Set<String> purls) {
        return purls.isEmpty() ? null : version(purls.iterator().next());
    }

    public static @Nullable String version(String purl) {
        String path = purl.split("[?#]", 2)[0];
        int at = path.lastIndexOf('@');
        if (at <= path.lastIndexOf('/')) {
            return null;
        }
        String version = decoded(path.substring(at + 1));
        String epoch = qualifier(purl, "epoch");
        return version == null || epoch == null || version.contains(":") ? version : epoch + ":" + version;
    }

    public static @Nullable String name(String purl) {
        String path = purl.split("[?#]", 2)[0];
        String named = path.substring(path.lastIndexOf('/') + 1);
        return decoded(named.contains("@") ? named.substring(0, named.indexOf('@')) : named);
    }

    public static @Nullable String qualifier(String purl, String name) {
        String[] parts = purl.split("#", 2)[0].split("\\?", 2);
        if (parts.length < 2) {
            return null;
        }
        for (String pair : parts[1].split("&")) {
            String[] both = pair.split("=", 2);
            if (both.length == 2 && both[0].equalsIgnoreCase(name) && !both[1].isEmpty()) {
                return decoded(both[1]);
            }
        }
        return null;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
