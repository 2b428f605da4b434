package dev.sekisho.ruleset.reading;

/** The configuration is not of the stated format, truncated, contradictory or beyond the limits; it says where and why. */
public final class UnreadableConfiguration extends RuntimeException {

    private final int line;
    private final int column;
    private final String reason;

    /**
     * @param line from 1
     * @param column from 1
     * @param reason one sentence without a full stop that echoes nothing secret
     */
    public UnreadableConfiguration(int line, int column, String reason) {
        super("line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
