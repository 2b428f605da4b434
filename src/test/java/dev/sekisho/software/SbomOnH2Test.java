package dev.sekisho.software;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SbomOnH2Test extends SbomCases {}
