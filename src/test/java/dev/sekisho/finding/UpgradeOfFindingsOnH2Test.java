package dev.sekisho.finding;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UpgradeOfFindingsOnH2Test extends UpgradeOfFindingsCases {}
