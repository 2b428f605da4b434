package dev.sekisho.change.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sekisho.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the log out as it is stored, a page at a time: no transaction waits for whoever reads slowly. */
@ApplicationScoped
public class Export {
    private static final int PAGE = 500;

    private static final String SELECT = "select c.id, c.tx, t.revision, c.at, c.actor, c.trace_id, c.source, c.reason,"
            + " c.collection, c.object_key, c.part, c.operation, c.object_version, coalesce(c.body, b.body),"
            + " c.body_sha256, c.row_hash from change_log c"
            + " left join change_body b on c.body is null and b.sha256 = c.body_sha256"
            + " left join revision_tx t on t.tx = c.tx where c.id > ? order by c.id limit " + PAGE;

    private final DataSource database;
    private final Transactions transactions;
    private final JsonFactory json = new JsonFactory();

    Export(DataSource database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * Writes all changes, the oldest first.
     *
     * @param after only those after this one
     * @param all whether also what only administrators may see
     */
    public void write(@Nullable UUID after, boolean all, OutputStream out) throws IOException {
        UUID[] last = {after == null ? new UUID(0, 0) : after};
        List<String> lines;
        do {
            lines = transactions.readAtLength(() -> page(last, all));
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
        } while (lines.size() == PAGE);
    }

    private List<String> page(UUID[] last, boolean all) throws SQLException, IOException {
        var lines = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, last[0]);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last[0] = rows.getObject(1, UUID.class);
                    lines.add(line(rows, all));
                }
            }
        }
        return lines;
    }

    private String line(ResultSet row, boolean all) throws SQLException, IOException {
        var text = new StringWriter();
        try (JsonGenerator line = json.createGenerator(text)) {
            line.writeStartObject();
            line.writeStringField("id", row.getString(1));
            line.writeStringField("tx", row.getString(2));
            long revision = row.getLong(3);
            if (!row.wasNull()) {
                line.writeNumberField("revision", revision);
            }
            line.writeStringField(
                    "at", row.getObject(4, OffsetDateTime.class).toInstant().toString());
            write(line, "actor", row.getString(5));
            write(line, "traceId", row.getString(6));
            write(line, "source", row.getString(7));
            write(line, "reason", row.getString(8));
            write(line, "collection", row.getString(9));
            write(line, "key", row.getString(10));
            write(line, "part", row.getString(11));
            write(line, "operation", row.getString(12));
            line.writeNumberField("version", row.getLong(13));
            String body = all || !row.getString(9).equals(ChangeLog.KEYS) ? row.getString(14) : null;
            if (body != null) {
                line.writeFieldName("object");
                line.writeRawValue(body);
            }
            write(line, "objectSha256", hex(row.getBytes(15)));
            write(line, "rowHash", hex(row.getBytes(16)));
            line.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator line, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            line.writeStringField(name, value);
        }
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
