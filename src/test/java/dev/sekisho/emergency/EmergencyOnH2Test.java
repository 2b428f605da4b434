package dev.sekisho.emergency;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EmergencyOnH2Test extends EmergencyCases {}
