package dev.sekisho.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BadInputOnH2Test extends BadInputCases {}
