package dev.sekisho.finding;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AcceptanceOnH2Test extends AcceptanceCases {}
