package dev.sekisho.feed.reading;

/** A feed that cannot be read as what it claims to be: which one, at what place, and what to do about it. Nothing of it may be kept. */
public class UnreadableFeed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String feed;
    private final String place;
    private final String reason;

    public UnreadableFeed(String feed, String place, String reason) {
        super(feed + ", " + place + ": " + reason);
        this.feed = feed;
        this.place = place;
        this.reason = reason;
    }

    public UnreadableFeed(String feed, String place, String reason, Throwable cause) {
        this(feed, place, reason);
        initCause(cause);
    }

    /** The same refusal, seen from the enclosing file, so that the place leads a person to it. */
    UnreadableFeed within(String enclosing) {
        return new UnreadableFeed(feed, enclosing + ", " + place, reason, this);
    }

    public String feed() {
        return feed;
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }
}
