package dev.sekisho.feed;

import dev.sekisho.feed.reading.UnreadableFeed;

/**
 * Guards what is published as a whole against a broken copy: one that holds nothing, or much less than the last one held,
 * would take back what is known, and its age would look fresh.
 */
record WholeFeed(Feed feed, double leastShare, boolean forced) {
    /** A catalogue of a handful may lose a few at once. */
    private static final int A_FEW = 3;

    void check(long holds, long held) {
        if (forced) {
            return;
        }
        if (holds == 0) {
            throw refusal("it is empty");
        }
        if (holds < held * leastShare && held - holds > A_FEW) {
            throw refusal("it holds " + holds + " entries where the one held has " + held);
        }
    }

    private UnreadableFeed refusal(String why) {
        return new UnreadableFeed(
                feed.word(), "as a whole", why + "; it is taken for a broken copy, unless it is sent with force=true");
    }
}
