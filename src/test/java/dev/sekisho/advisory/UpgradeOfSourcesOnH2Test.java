package dev.sekisho.advisory;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UpgradeOfSourcesOnH2Test extends UpgradeOfSourcesCases {}
