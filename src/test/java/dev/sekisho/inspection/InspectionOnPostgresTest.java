package dev.sekisho.inspection;

import dev.sekisho.database.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PostgresServer.class)
class InspectionOnPostgresTest extends InspectionCases {}
