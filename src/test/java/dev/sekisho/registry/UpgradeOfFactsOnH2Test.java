package dev.sekisho.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UpgradeOfFactsOnH2Test extends UpgradeOfFactsCases {}
