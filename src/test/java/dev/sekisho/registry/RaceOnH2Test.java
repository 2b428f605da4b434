package dev.sekisho.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RaceOnH2Test extends RaceCases {}
