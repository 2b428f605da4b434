package dev.sekisho.zeroday;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EmergencyOnH2Test extends EmergencyCases {}
