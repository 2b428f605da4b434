package dev.sekisho.advisory;

import dev.sekisho.matching.published.CveId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The scores of exploitation (EPSS) of every CVE, also of those nobody has told us of yet. They come by the hundred
 * thousand and all at once, so they are kept as one text for each year of CVE ids, and only texts that differ are written.
 */
@ApplicationScoped
public class EpssLookup {
    private static final int BATCH = 1000;

    private final DataSource database;
    private final Clock clock;

    EpssLookup(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The scores of one release while it is read: for each year, the number of the CVE to its score. */
    public static final class Release {
        private final Map<Integer, TreeMap<Long, Double>> byYear = new TreeMap<>();

        /** What became of a score. */
        public enum Added {
            NEW,
            /** The CVE has a score already: the file contradicts itself. */
            AGAIN,
            /** For an id that is none. */
            STRANGE
        }

        public Added add(String cve, double score) {
            if (!CveId.is(cve)) {
                return Added.STRANGE;
            }
            int dash = cve.indexOf('-', 4);
            try {
                Double before = byYear.computeIfAbsent(
                                Integer.valueOf(cve.substring(4, Math.max(4, dash))), year -> new TreeMap<>())
                        .put(Long.valueOf(cve.substring(dash + 1)), score);
                return before == null ? Added.NEW : Added.AGAIN;
            } catch (NumberFormatException e) {
                return Added.STRANGE;
            }
        }
    }

    /** Scores that can be asked for; years are read when they are first asked for. */
    public final class Book {
        private final Map<Integer, Map<Long, Double>> years = new HashMap<>();

        @Nullable
        public Double of(String cve) {
            int dash = cve.indexOf('-', 4);
            try {
                int year = Integer.parseInt(cve.substring(4, Math.max(4, dash)));
                return years.computeIfAbsent(year, EpssLookup.this::read).get(Long.valueOf(cve.substring(dash + 1)));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** One score, found without taking the whole year apart. */
    @Nullable
    public Double of(String cve) {
        int dash = cve.indexOf('-', 4);
        try {
            String text = "\n" + text(Integer.parseInt(cve.substring(4, Math.max(4, dash))));
            String line = "\n" + Long.parseLong(cve.substring(dash + 1)) + " ";
            int at = text.indexOf(line);
            return at < 0
                    ? null
                    : Double.valueOf(text.substring(at + line.length(), text.indexOf('\n', at + line.length())));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public Book book() {
        return new Book();
    }

    private Map<Long, Double> read(int year) {
        return parsed(text(year));
    }

    private String text(int year) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select scores from epss_year where cve_year = ?")) {
            select.setInt(1, year);
            ResultSet rows = select.executeQuery();
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException("the EPSS scores cannot be read", e);
        }
    }

    private static Map<Long, Double> parsed(String text) {
        var scores = new HashMap<Long, Double>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            scores.put(Long.valueOf(line.substring(0, space)), Double.valueOf(line.substring(space + 1)));
        });
        return scores;
    }

    /** How many scores are held. */
    public long held() {
        try (Connection connection = database.getConnection()) {
            return stored(connection).values().stream()
                    .mapToLong(text -> text.chars().filter(one -> one == '\n').count())
                    .sum();
        } catch (SQLException e) {
            throw new IllegalStateException("the EPSS scores cannot be read", e);
        }
    }

    /**
     * Puts a release in place of the last one and gives its scores to the advisories of feeds that are held.
     *
     * @return keys of the advisories whose score changed
     */
    public Set<String> replace(Release release) {
        try (Connection connection = database.getConnection()) {
            keep(connection, release);
            return handOut(connection, release);
        } catch (SQLException e) {
            throw new IllegalStateException("the EPSS scores cannot be kept", e);
        }
    }

    /** Two releases of one date that differ: of each CVE the higher score counts. */
    public void addHeld(Release release) {
        try (Connection connection = database.getConnection()) {
            stored(connection)
                    .forEach((year, text) -> parsed(text)
                            .forEach((number, score) -> release.byYear
                                    .computeIfAbsent(year, any -> new TreeMap<>())
                                    .merge(number, score, Math::max)));
        } catch (SQLException e) {
            throw new IllegalStateException("the EPSS scores cannot be read", e);
        }
    }

    private static TreeMap<Integer, String> stored(Connection connection) throws SQLException {
        var stored = new TreeMap<Integer, String>();
        try (PreparedStatement select = connection.prepareStatement("select cve_year, scores from epss_year")) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                stored.put(rows.getInt(1), rows.getString(2));
            }
        }
        return stored;
    }

    private static void keep(Connection connection, Release release) throws SQLException {
        TreeMap<Integer, String> stored = stored(connection);
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into epss_year (scores, cve_year) values (?, ?)");
                PreparedStatement update =
                        connection.prepareStatement("update epss_year set scores = ? where cve_year = ?");
                PreparedStatement delete = connection.prepareStatement("delete from epss_year where cve_year = ?")) {
            for (var year : release.byYear.entrySet()) {
                String text = text(year.getValue());
                String before = stored.remove(year.getKey());
                if (!text.equals(before)) {
                    PreparedStatement write = before == null ? insert : update;
                    write.setString(1, text);
                    write.setInt(2, year.getKey());
                    write.executeUpdate();
                }
            }
            for (Integer gone : stored.keySet()) {
                delete.setInt(1, gone);
                delete.executeUpdate();
            }
        }
    }

    private static String text(Map<Long, Double> scores) {
        var text = new StringBuilder();
        scores.forEach((number, score) -> text.append(number.longValue())
                .append(' ')
                .append(score.doubleValue())
                .append('\n'));
        return text.toString();
    }

    /** A CVE without a score in the latest release has none: unknown, and not 0. */
    private Set<String> handOut(Connection connection, Release release) throws SQLException {
        var changed = new TreeSet<String>();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        try (PreparedStatement select = connection.prepareStatement(
                        "select object_key, cve, epss from advisory where cve is not null and own is null");
                PreparedStatement update = connection.prepareStatement(
                        "update advisory set epss = ?, version = version + 1, updated_at = ? where object_key = ?")) {
            select.setFetchSize(BATCH);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                Double next = scored(release, rows.getString(2));
                if (!Objects.equals(next, rows.getObject(3, Double.class))) {
                    update.setObject(1, next, Types.DOUBLE);
                    update.setObject(2, now);
                    update.setString(3, rows.getString(1));
                    update.addBatch();
                    changed.add(rows.getString(1));
                    if (changed.size() % BATCH == 0) {
                        update.executeBatch();
                    }
                }
            }
            update.executeBatch();
        }
        return changed;
    }

    private static @Nullable Double scored(Release release, String cve) {
        int dash = cve.indexOf('-', 4);
        Map<Long, Double> year = release.byYear.get(Integer.valueOf(cve.substring(4, dash)));
        return year == null ? null : year.get(Long.valueOf(cve.substring(dash + 1)));
    }
}
