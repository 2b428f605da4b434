package dev.sekisho.feed.fetch;

/** A file that could not be fetched, or was refused; the message is a sentence without what an address may hold of secrets. */
public class FetchFailed extends Exception {
    private static final long serialVersionUID = 1L;

    FetchFailed(String reason) {
        super(reason);
    }

    FetchFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
