package dev.sekisho.ruleset.chain;

import dev.sekisho.database.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PostgresServer.class)
class RuleSetsOnPostgresTest extends RuleSetsCases {}
