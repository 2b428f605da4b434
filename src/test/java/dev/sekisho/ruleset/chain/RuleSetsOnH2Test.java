package dev.sekisho.ruleset.chain;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RuleSetsOnH2Test extends RuleSetsCases {}
