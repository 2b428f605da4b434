package dev.sekisho.feed.reading;

import java.util.ArrayList;
import java.util.List;

/** The parts of a CPE 2.3 name as text, without judging whether the name is valid. */
public final class CpeText {
    public static final int PARTS = 13;
    private static final int VERSION = 5;
    private static final int UPDATE = 6;

    private CpeText() {}

    public static List<String> parts(String cpe) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < cpe.length(); i++) {
            char c = cpe.charAt(i);
            if (c == '\\' && i + 1 < cpe.length()) {
                part.append(c).append(cpe.charAt(++i));
            } else if (c == ':') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Version and update in one text; {@code -} for a name that leaves the version undefined. */
    public static String version(List<String> parts) {
        String version = parts.get(VERSION).replace("\\", "");
        String update = parts.get(UPDATE).replace("\\", "");
        boolean plain = version.equals("*") || version.equals("-") || update.equals("*") || update.equals("-");
        return plain ? version : version + " " + update;
    }

    /** An update of no version is a variant of the product and stays. */
    public static String withoutVersion(List<String> parts) {
        List<String> copy = new ArrayList<>(parts);
        copy.set(VERSION, "*");
        if (!parts.get(VERSION).equals("*")) {
            copy.set(UPDATE, "*");
        }
        return String.join(":", copy);
    }
}
