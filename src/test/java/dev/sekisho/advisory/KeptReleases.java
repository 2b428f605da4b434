package dev.sekisho.advisory;

import dev.sekisho.database.BesideTheService;
import java.sql.Connection;
import java.sql.SQLException;

/** Forgets the releases a test has sent, which are of days to come: other tests would be older than those. */
public final class KeptReleases {
    private KeptReleases() {}

    public static void forget() throws SQLException {
        try (Connection connection = BesideTheService.connection();
                var statement = connection.createStatement()) {
            statement.execute("delete from kev_release where released_at > timestamp '2090-01-01 00:00:00'");
            statement.execute("delete from kev_entry where listed_at > timestamp '2090-01-01 00:00:00'");
            statement.execute("update feed set released_at = null, sha256 = null where name in ('kev', 'epss', 'eol')");
        }
    }
}
