package dev.sekisho.software;

import dev.sekisho.SecondDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecondDatabase.class)
class SbomOnH2Test extends SbomCases {}
