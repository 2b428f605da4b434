package dev.sekisho.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UpgradeOfNamesOnH2Test extends UpgradeOfNamesCases {}
