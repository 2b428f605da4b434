package dev.sekisho.sbom;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.change.Address;
import dev.sekisho.change.upgrade.Existing;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.database.Transactions;
import dev.sekisho.registry.field.JsonColumn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The bills of materials, one for each version of a product. */
@ApplicationScoped
public class Bills implements Existing {
    private final DataSource database;
    private final Transactions transactions;
    private final Clock clock;
    private final Text text = new Text();

    Bills(DataSource database, Clock clock, Transactions transactions) {
        this.database = database;
        this.clock = clock;
        this.transactions = transactions;
    }

    private static final class Text extends JsonColumn<Bill> {
        Text() {
            super(new TypeReference<>() {});
        }
    }

    /**
     * Keeps a bill in place of the one the version had.
     *
     * @return whether it says anything else
     */
    public boolean put(String product, String version, Bill bill) {
        String next = Objects.requireNonNull(text.convertToDatabaseColumn(bill));
        String before = stored(product, version);
        if (next.equals(before)) {
            return false;
        }
        String sql = before == null
                ? "insert into bill (bill, stored_at, product, product_version) values (?, ?, ?, ?)"
                : "update bill set bill = ?, stored_at = ? where product = ? and product_version = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, next);
            write.setObject(2, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            write.setString(3, product);
            write.setString(4, version);
            write.executeUpdate();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("a bill of materials cannot be kept", e);
        }
    }

    /** By what the change log knows the bill of a version. */
    public static Address address(String product, String version) {
        return Address.part(CollectionName.SOFTWARE_PRODUCTS, product, "versions/" + version + "/sbom");
    }

    @Override
    public void each(Consumer<Snapshot> taker) {
        all().forEach((product, bills) ->
                bills.forEach((version, bill) -> taker.accept(new Snapshot(address(product, version), bill))));
    }

    /** Whether a version has a bill, in the transaction at hand. */
    public boolean holds(String product, String version) {
        return stored(product, version) != null;
    }

    private @Nullable String stored(String product, String version) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select bill from bill where product = ? and product_version = ?")) {
            select.setString(1, product);
            select.setString(2, version);
            ResultSet rows = select.executeQuery();
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException("a bill of materials cannot be read", e);
        }
    }

    /** The bills of a product by version. */
    public Map<String, Bill> of(String product) {
        return transactions.readAtLength(() -> read(product)).getOrDefault(product, Map.of());
    }

    /** Every bill, by product and version. */
    public Map<String, Map<String, Bill>> all() {
        return transactions.readAtLength(() -> read(null));
    }

    private Map<String, Map<String, Bill>> read(@Nullable String product) {
        String sql = "select product, product_version, bill from bill" + (product == null ? "" : " where product = ?");
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (product != null) {
                select.setString(1, product);
            }
            var found = new HashMap<String, Map<String, Bill>>();
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), any -> new HashMap<>())
                        .put(
                                rows.getString(2),
                                Objects.requireNonNull(text.convertToEntityAttribute(rows.getString(3))));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the bills of materials cannot be read", e);
        }
    }
}
