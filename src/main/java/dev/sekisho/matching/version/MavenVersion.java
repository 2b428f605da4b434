package dev.sekisho.matching.version;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Maven's order (its ComparableVersion): numbers, known qualifiers and nested lists that hyphens and changes between
 * digits and letters open; parts equal to nothing at the end of a list do not count.
 */
final class MavenVersion {
    private static final int LONGEST = 100;
    private static final List<String> QUALIFIERS = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
    private static final String RELEASE = rank("");

    private MavenVersion() {}

    static OptionalInt compare(String a, String b) {
        boolean readable = a.length() <= LONGEST && b.length() <= LONGEST && !a.isBlank() && !b.isBlank();
        return readable ? OptionalInt.of(parse(a.strip()).compareTo(parse(b.strip()))) : OptionalInt.empty();
    }

    private interface Item {
        int compareTo(@Nullable Item other);

        boolean isNull();
    }

    private record Number(BigInteger value) implements Item {
        @Override
        public int compareTo(@Nullable Item other) {
            if (other == null) {
                return value.signum();
            }
            return other instanceof Number number ? value.compareTo(number.value) : 1;
        }

        @Override
        public boolean isNull() {
            return value.signum() == 0;
        }
    }

    private record Qualifier(String text) implements Item {
        @Override
        public int compareTo(@Nullable Item other) {
            if (other == null) {
                return rank(text).compareTo(RELEASE);
            }
            return other instanceof Qualifier qualifier ? rank(text).compareTo(rank(qualifier.text)) : -1;
        }

        @Override
        public boolean isNull() {
            return text.isEmpty();
        }
    }

    private record Sequence(List<Item> items) implements Item {
        @Override
        public int compareTo(@Nullable Item other) {
            if (other == null) {
                return items.stream()
                        .mapToInt(item -> item.compareTo(null))
                        .filter(sign -> sign != 0)
                        .findFirst()
                        .orElse(0);
            }
            if (!(other instanceof Sequence sequence)) {
                return other instanceof Number ? -1 : 1;
            }
            for (int i = 0; i < Math.max(items.size(), sequence.items.size()); i++) {
                Item left = i < items.size() ? items.get(i) : null;
                Item right = i < sequence.items.size() ? sequence.items.get(i) : null;
                int difference = left == null ? (right == null ? 0 : -right.compareTo(null)) : left.compareTo(right);
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }

        @Override
        public boolean isNull() {
            return items.isEmpty();
        }

        void normalize() {
            for (int i = items.size() - 1; i >= 0; i--) {
                if (items.get(i).isNull()) {
                    items.remove(i);
                } else if (!(items.get(i) instanceof Sequence)) {
                    return;
                }
            }
        }
    }

    private static String rank(String qualifier) {
        int at = QUALIFIERS.indexOf(qualifier);
        return at >= 0 ? String.valueOf(at) : QUALIFIERS.size() + "-" + qualifier;
    }

    private static Sequence parse(String text) {
        String version = text.toLowerCase(Locale.ROOT);
        Sequence top = new Sequence(new ArrayList<>());
        Deque<Sequence> open = new ArrayDeque<>(List.of(top));
        boolean digits = false;
        int start = 0;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c == '.' || c == '-') {
                open.peek()
                        .items()
                        .add(
                                i == start
                                        ? new Number(BigInteger.ZERO)
                                        : item(version.substring(start, i), digits, false));
                start = i + 1;
                if (c == '-') {
                    push(open);
                }
            } else if (Character.isDigit(c) != digits) {
                if (i > start) {
                    if (!digits) {
                        pushIfFilled(open);
                    }
                    open.peek().items().add(item(version.substring(start, i), digits, !digits));
                    start = i;
                    push(open);
                }
                digits = Character.isDigit(c);
            }
        }
        if (version.length() > start) {
            if (!digits) {
                pushIfFilled(open);
            }
            open.peek().items().add(item(version.substring(start), digits, false));
        }
        open.forEach(Sequence::normalize);
        return top;
    }

    private static void push(Deque<Sequence> open) {
        Sequence next = new Sequence(new ArrayList<>());
        open.peek().items().add(next);
        open.push(next);
    }

    private static void pushIfFilled(Deque<Sequence> open) {
        if (!open.peek().items().isEmpty()) {
            push(open);
        }
    }

    private static Item item(String text, boolean digits, boolean followedByDigit) {
        if (digits) {
            return new Number(new BigInteger(text));
        }
        String word = followedByDigit && text.length() == 1
                ? switch (text) {
                    case "a" -> "alpha";
                    case "b" -> "beta";
                    case "m" -> "milestone";
                    default -> text;
                }
                : text;
        return new Qualifier(
                switch (word) {
                    case "ga", "final", "release" -> "";
                    case "cr" -> "rc";
                    default -> word;
                });
    }
}
