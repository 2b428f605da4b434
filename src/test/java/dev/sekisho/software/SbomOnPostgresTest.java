package dev.sekisho.software;

import dev.sekisho.database.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PostgresServer.class)
class SbomOnPostgresTest extends SbomCases {}
