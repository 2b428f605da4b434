package dev.sekisho.architecture.impure.risk;

import java.sql.SQLException;

/** The core does not know databases. */
class ReadsADatabase {
    SQLException failure = new SQLException();
}
