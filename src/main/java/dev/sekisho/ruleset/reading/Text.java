package dev.sekisho.ruleset.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A configuration as lines of words that know where they stand. */
public final class Text {

    /** One word, its quotes taken away. */
    public record Word(String text, int column, boolean quoted) {}

    /** One line that is neither empty nor only space. */
    public record Line(int number, int indent, String raw, List<Word> words) {

        public String word(int index) {
            return index < words.size() ? words.get(index).text() : "";
        }

        public boolean starts(String... expected) {
            for (int i = 0; i < expected.length; i++) {
                if (!word(i).equalsIgnoreCase(expected[i])) {
                    return false;
                }
            }
            return true;
        }

        /** A line in the same place that says something else. */
        public Line saying(String... text) {
            return new Line(
                    number,
                    indent,
                    raw,
                    Stream.of(text).map(one -> new Word(one, 1, false)).toList());
        }

        public void require(boolean held, String reason) {
            if (!held) {
                throw refusal(reason);
            }
        }

        public UnreadableConfiguration refusal(String reason) {
            return new UnreadableConfiguration(
                    number, words.isEmpty() ? 1 : words.get(0).column(), reason);
        }

        public UnreadableConfiguration refusal(int word, String reason) {
            return new UnreadableConfiguration(
                    number,
                    word < words.size()
                            ? words.get(word).column()
                            : raw.stripTrailing().length() + 1,
                    reason);
        }
    }

    private static final int LONGEST_LINE = 100_000;

    private static final String MARK = " ?(?:<--- More --->|--More--)";

    /** What a terminal writes between two pages and then wipes out again. */
    private static final Pattern PAGE_BREAK =
            Pattern.compile(MARK + " ?(?:[\\x08\\r]+ +[\\x08\\r]+|[\\x08\\r ]*(?=\n|$))");

    private static final Pattern LEFT_OVER = Pattern.compile("^" + MARK, Pattern.MULTILINE);

    private Text() {}

    /** A session as the terminal showed it, without its page breaks. */
    public static String unpaged(String text) {
        if (!text.contains("--- More ---") && !text.contains("--More--")) {
            return text;
        }
        var unpaged = PAGE_BREAK.matcher(text).replaceAll("");
        var left = LEFT_OVER.matcher(unpaged);
        if (left.find()) {
            throw new UnreadableConfiguration(
                    lineCount(unpaged.substring(0, left.start())),
                    1,
                    "a page break of the terminal stands in this line; switch paging off and export again");
        }
        return unpaged;
    }

    /** Refuses what is no text at all: a configuration has no control characters. */
    public static String checked(String text) {
        int line = 1, start = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (c == 0 || c < ' ' && !Character.isWhitespace(c) && c != 3 && c != 27) {
                throw new UnreadableConfiguration(line, i - start + 1, "this is not text");
            }
        }
        return text;
    }

    /** The lines one after the other, words split at space, "double quotes" kept together; never all in memory at once. */
    public static Iterable<Line> lines(String text) {
        return () -> new Lines(text);
    }

    static int lineCount(String text) {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    private static final class Lines implements Iterator<Line> {

        private final String text;
        private int start;
        private int number;

        Lines(String text) {
            this.text = text;
            skipBlank();
        }

        @Override
        public boolean hasNext() {
            return start < text.length();
        }

        @Override
        public Line next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var raw = text.substring(start, end());
            advance();
            var line = new Line(number, indent(raw), raw, words(raw));
            skipBlank();
            return line;
        }

        private void skipBlank() {
            while (start < text.length() && text.substring(start, end()).isBlank()) {
                advance();
            }
        }

        private void advance() {
            start = end() + 1;
            number++;
        }

        private int end() {
            var end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > LONGEST_LINE) {
                throw new UnreadableConfiguration(
                        number + 1, LONGEST_LINE, "the line is longer than any device writes");
            }
            return end;
        }
    }

    private static int indent(String raw) {
        return raw.length() - raw.stripLeading().length();
    }

    private static List<Word> words(String raw) {
        var words = new ArrayList<Word>();
        int i = 0;
        while (i < raw.length()) {
            if (Character.isWhitespace(raw.charAt(i))) {
                i++;
            } else if (raw.charAt(i) == '"') {
                i = quoted(raw, i, words);
            } else {
                i = bare(raw, i, words);
            }
        }
        return words;
    }

    private static int bare(String raw, int from, List<Word> words) {
        var end = from;
        while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) {
            end++;
        }
        words.add(new Word(raw.substring(from, end), from + 1, false));
        return end;
    }

    private static int quoted(String raw, int from, List<Word> words) {
        var text = new StringBuilder();
        var end = from + 1;
        while (end < raw.length() && raw.charAt(end) != '"') {
            if (raw.charAt(end) == '\\' && end + 1 < raw.length()) {
                end++;
            }
            text.append(raw.charAt(end++));
        }
        words.add(new Word(text.toString(), from + 1, true));
        return end + 1;
    }
}
