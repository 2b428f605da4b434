package dev.sekisho.advisory;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.database.Transactions;
import dev.sekisho.matching.published.EolProduct;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** When the versions of products stop being supported, as published. A product that is gone from the feed stays. */
@ApplicationScoped
public class LifeCycles {
    private final DataSource database;
    private final Transactions transactions;
    private final Text text = new Text();

    LifeCycles(DataSource database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    private static final class Text extends JsonColumn<EolProduct> {
        Text() {
            super(new TypeReference<>() {});
        }
    }

    SortedMap<String, EolProduct> all() {
        var all = new TreeMap<String, EolProduct>();
        transactions
                .readAtLength(() -> stored())
                .forEach((id, stored) -> all.put(id, Objects.requireNonNull(text.convertToEntityAttribute(stored))));
        return all;
    }

    private SortedMap<String, String> stored() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select id, product from life_cycle")) {
            var all = new TreeMap<String, String>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                all.put(rows.getString(1), rows.getString(2));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the life cycles cannot be read", e);
        }
    }

    /**
     * What became of some products.
     *
     * @param changed ids of those that say something else now
     * @param older how many are held as of a later day, or as of a day at all where these are of none
     */
    public record Taken(Set<String> changed, int older) {}

    /** Keeps these as of a day. Where none is given nothing tells which of two files is the later, and these count. */
    public Taken take(Collection<EolProduct> products, @Nullable LocalDate publishedOn) {
        var changed = new TreeSet<String>();
        int older = 0;
        SortedMap<String, String> before = stored();
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into life_cycle (product, id) values (?, ?)");
                PreparedStatement update =
                        connection.prepareStatement("update life_cycle set product = ? where id = ?")) {
            for (EolProduct said : products) {
                String kept = before.get(said.id());
                EolProduct held = kept == null ? null : text.convertToEntityAttribute(kept);
                if (held != null && isLater(held.publishedOn(), publishedOn)) {
                    older++;
                    continue;
                }
                EolProduct next = next(held, said.on(publishedOn));
                String written = Objects.requireNonNull(text.convertToDatabaseColumn(next));
                if (!written.equals(kept)) {
                    PreparedStatement write = held == null ? insert : update;
                    write.setString(1, written);
                    write.setString(2, said.id());
                    write.executeUpdate();
                    before.put(said.id(), written);
                }
                if (held == null || !next.on(null).equals(held.on(null))) {
                    changed.add(said.id());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the life cycles cannot be kept", e);
        }
        return new Taken(changed, older);
    }

    private static boolean isLater(@Nullable LocalDate held, @Nullable LocalDate said) {
        return held != null && (said == null || said.isBefore(held));
    }

    private static EolProduct next(@Nullable EolProduct held, EolProduct said) {
        boolean sameDay =
                held != null && said.publishedOn() != null && said.publishedOn().equals(held.publishedOn());
        return sameDay && !said.equals(held) ? held.and(said) : said;
    }
}
