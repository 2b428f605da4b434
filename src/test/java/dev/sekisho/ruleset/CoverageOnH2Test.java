package dev.sekisho.ruleset;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CoverageOnH2Test extends CoverageCases {}
