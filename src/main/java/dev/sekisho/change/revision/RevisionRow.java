package dev.sekisho.change.revision;

import dev.sekisho.change.RowHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A revision as it is stored.
 *
 * @param number gapless, from one
 * @param at when it was published, in microseconds
 * @param day in UTC, on which was judged
 * @param epoch of the process that published it
 * @param judge build and risk model
 * @param changes how many it tells of
 * @param rowsHash over the hashes of its transactions
 */
public record RevisionRow(
        long number, Instant at, LocalDate day, long epoch, String judge, int changes, byte[] rowsHash) {

    /** The rows of one transaction: how many, and the hash of the last. */
    public record Rows(int changes, byte[] hash) {}

    /** In the order of their ids. */
    public static byte[] rowsHash(SortedMap<String, Rows> transactions) {
        var hash = new RowHash();
        transactions.forEach((tx, rows) ->
                hash.id(UUID.fromString(tx)).number(rows.changes()).bytes(rows.hash()));
        return hash.made();
    }

    /** @param before the hash of the revision before; of the first, {@link RowHash#start} */
    public byte[] hashAfter(byte[] before) {
        return new RowHash()
                .bytes(before)
                .number(number)
                .time(at)
                .number(day.toEpochDay())
                .number(epoch)
                .text(judge)
                .number(changes)
                .bytes(rowsHash)
                .made();
    }
}
