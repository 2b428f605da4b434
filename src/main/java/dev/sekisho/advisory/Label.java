package dev.sekisho.advisory;

import dev.sekisho.digest.Sha256;
import dev.sekisho.matching.published.AdvisoryRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Under which name a record is kept among those of its advisory. A feed has one record for a CVE; where it has documents,
 * or ids of its own, each has its own place. It depends on the record alone, never on where or when it came.
 */
final class Label {
    static final String KEV = "KEV";

    private static final String UNDATED = " undated";
    private static final String BESIDE = " /";
    private static final String OF = "\n";
    private static final int MARK_LENGTH = 40;

    private Label() {}

    /** A record without a date never takes the place of one that has one: it stands beside it. */
    static String of(String feed, AdvisoryRecord record) {
        String named = feed + named(record);
        return record.dated() == null ? named + UNDATED : named;
    }

    private static String named(AdvisoryRecord record) {
        String document = record.document();
        if (document == null) {
            return record.id().startsWith("CVE-") ? "" : ":" + record.id();
        }
        // Two publishers may number their documents alike.
        String publisher = record.affected().isEmpty()
                ? ""
                : "@" + record.affected().get(0).sourceName();
        return ":" + document + publisher;
    }

    /** The label of today for one that was kept under the rules of an earlier version. */
    static String today(String label, AdvisoryRecord record) {
        String feed = label.contains(":")
                ? label.substring(0, label.indexOf(':'))
                : plain(label).replace(UNDATED, "");
        return feed.equals(KEV) ? KEV : of(feed, record) + suffix(label);
    }

    /** Under which evidence of exploitation is kept: where no CVE id says what it is about, it goes where that id goes. */
    static String ofEvidence(String label, AdvisoryRecord record) {
        return AdvisoryLookup.cves(record).isEmpty() ? label + OF + record.id() : label;
    }

    /** The id that evidence goes along with; null where it stays. */
    static @Nullable String idOfEvidence(String key) {
        int at = key.lastIndexOf(OF);
        return at < 0 ? null : key.substring(at + OF.length());
    }

    /** Further records under the same label. */
    static String beside(String label, int number) {
        return label + BESIDE + number;
    }

    static boolean isOf(String key, String label) {
        return key.equals(label) || key.startsWith(label + BESIDE);
    }

    static String plain(String key) {
        return key.substring(0, key.length() - suffix(key).length());
    }

    private static String suffix(String key) {
        int at = key.lastIndexOf(BESIDE);
        return at >= 0 && key.substring(at + BESIDE.length()).matches("\\d") ? key.substring(at) : "";
    }

    /** The feed a label is of. */
    static String feed(String key) {
        return key.split("[: ]", 2)[0];
    }

    /** A name no advisory can have, by which those are found that hold a document; null where there is one record a CVE. */
    static @Nullable String mark(String key) {
        String label = plain(key);
        return label.contains(":") ? "=" + Sha256.hex(label).substring(0, MARK_LENGTH) : null;
    }

    static int compareDates(AdvisoryRecord one, AdvisoryRecord other) {
        return Objects.compare(one.dated(), other.dated(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
    }
}
