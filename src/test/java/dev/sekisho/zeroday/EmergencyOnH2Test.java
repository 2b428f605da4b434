package dev.sekisho.zeroday;

import dev.sekisho.SecondDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecondDatabase.class)
class EmergencyOnH2Test extends EmergencyCases {}
