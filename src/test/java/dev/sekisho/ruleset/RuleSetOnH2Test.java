package dev.sekisho.ruleset;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RuleSetOnH2Test extends RuleSetCases {}
