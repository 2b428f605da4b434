package dev.sekisho.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Rewrites the one form Hibernate's PostgreSQL dialect writes that H2 does not read; the weaker lock name is PostgreSQL's own. */
@PersistenceUnitExtension
public class CommonSql implements StatementInspector {
    /** Followed by nothing or by the alias of the one table that is locked. */
    private static final String LOCK = " for no key update";

    @Override
    public String inspect(String sql) {
        int lock = sql.lastIndexOf(LOCK);
        return lock < 0 ? sql : sql.substring(0, lock) + " for update";
    }
}
