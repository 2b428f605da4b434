package dev.sekisho.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class NearNamesOnH2Test extends NearNamesCases {}
