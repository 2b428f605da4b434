package dev.sekisho.ruleset;

import dev.sekisho.SecondDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecondDatabase.class)
class CoverageOnH2Test extends CoverageCases {}
