package dev.sekisho.advisory;

import dev.sekisho.matching.published.KevCatalogue;
import dev.sekisho.matching.published.KevEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which catalogues of exploited vulnerabilities there were, and in which of them each entry last stood. With that it does
 * not matter in which order they are loaded: of an entry the latest word counts, and one that later catalogues no longer
 * list stays, with the day of the first of those.
 */
@ApplicationScoped
public class KevHistory {
    /** A catalogue that bears no date counts as older than any that does. */
    private static final Instant UNDATED = Instant.EPOCH;

    private final DataSource database;

    KevHistory(DataSource database) {
        this.database = database;
    }

    /**
     * What a catalogue adds to those there were.
     *
     * @param latest entries of which no later catalogue speaks
     * @param removed for every entry that a later catalogue leaves out, the day of the first that does
     * @param listed how many entries the latest catalogue before this one had
     * @param newest when the latest catalogue before this one was released; null where none bore a date
     */
    public record Compared(
            Instant released,
            List<KevEntry> latest,
            Map<String, LocalDate> removed,
            long listed,
            @Nullable Instant newest,
            Map<String, Instant> before) {

        public boolean undated() {
            return released.equals(UNDATED);
        }

        public boolean older() {
            return newest != null && released.isBefore(newest);
        }

        /** Entries that were last listed in a catalogue of the very same date. */
        boolean sameDate(KevEntry entry) {
            return released.equals(before.get(entry.cveId()));
        }
    }

    public Compared compare(KevCatalogue catalogue) {
        try (Connection connection = database.getConnection()) {
            Map<String, Instant> before = listed(connection);
            TreeSet<Instant> releases = releases(connection);
            Instant newest = releases.isEmpty() ? null : releases.last();
            Instant released = released(catalogue);
            if (!released.equals(UNDATED)) {
                releases.add(released);
            }
            var after = new HashMap<>(before);
            var latest = new ArrayList<KevEntry>();
            for (KevEntry entry : catalogue.entries()) {
                Instant last = before.getOrDefault(entry.cveId(), Instant.MIN);
                if (!last.isAfter(released)) {
                    latest.add(entry);
                    after.put(entry.cveId(), released);
                }
            }
            return new Compared(released, latest, removed(after, releases), listed(before, newest), newest, before);
        } catch (SQLException e) {
            throw new IllegalStateException("the history of exploited vulnerabilities cannot be read", e);
        }
    }

    private static Instant released(KevCatalogue catalogue) {
        Instant released = catalogue.dated();
        return released == null ? UNDATED : released;
    }

    private static Map<String, LocalDate> removed(Map<String, Instant> listed, TreeSet<Instant> releases) {
        var removed = new HashMap<String, LocalDate>();
        listed.forEach((cve, at) -> {
            Instant without = releases.higher(at);
            if (without != null) {
                removed.put(cve, LocalDate.ofInstant(without, ZoneOffset.UTC));
            }
        });
        return removed;
    }

    private static long listed(Map<String, Instant> listed, @Nullable Instant newest) {
        Instant last = newest == null ? UNDATED : newest;
        return listed.values().stream().filter(last::equals).count();
    }

    private static Map<String, Instant> listed(Connection connection) throws SQLException {
        var listed = new HashMap<String, Instant>();
        try (PreparedStatement select = connection.prepareStatement("select cve, listed_at from kev_entry")) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                listed.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return listed;
    }

    private static TreeSet<Instant> releases(Connection connection) throws SQLException {
        var releases = new TreeSet<Instant>();
        try (PreparedStatement select = connection.prepareStatement("select released_at from kev_release")) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                releases.add(rows.getObject(1, OffsetDateTime.class).toInstant());
            }
        }
        return releases;
    }

    /** Remembers a catalogue that was compared. */
    public void keep(Compared catalogue) {
        OffsetDateTime at = catalogue.released().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into kev_entry (listed_at, cve) values (?, ?)");
                PreparedStatement update =
                        connection.prepareStatement("update kev_entry set listed_at = ? where cve = ?");
                PreparedStatement release = connection.prepareStatement(
                        "insert into kev_release (released_at) select cast(? as timestamp with time zone)"
                                + " where not exists (select 1 from kev_release where released_at = ?)")) {
            for (KevEntry entry : catalogue.latest()) {
                PreparedStatement write = catalogue.before().containsKey(entry.cveId()) ? update : insert;
                write.setObject(1, at);
                write.setString(2, entry.cveId());
                write.addBatch();
            }
            insert.executeBatch();
            update.executeBatch();
            if (!catalogue.undated()) {
                release.setObject(1, at);
                release.setObject(2, at);
                release.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history of exploited vulnerabilities cannot be kept", e);
        }
    }
}
